using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Refrain.Caching.Functions;

/// <summary>Makes the name and identity of a cached function from its method.</summary>
internal static partial class FunctionNames
{
    internal static FunctionName Of(MethodInfo method)
    {
        var display = DisplayName(method);
        var parameters = method.GetParameters();
        var names = parameters.Select(p => p.Name ?? $"arg{p.Position}");
        return new FunctionName(display, Identity(method, display, parameters), [.. method.IsStatic ? names : names.Prepend("this")]);
    }

    /// <summary>A method's name as its author wrote it: a local function without the compiler's decoration.</summary>
    internal static string DisplayName(MethodBase method) =>
        LocalFunction().Match(method.Name) is { Success: true } local ? local.Groups["name"].Value : method.Name;

    private static string Identity(MethodInfo method, string display, ParameterInfo[] parameters)
    {
        var identity = new StringBuilder()
            .Append(method.Module.Assembly.GetName().Name).Append('|')
            .Append(TypeName(method.DeclaringType!)).Append('|');
        if (LocalFunction().Match(method.Name) is { Success: true } local)
            identity.Append(local.Groups["parent"].Value).Append('>');
        identity.Append(display);
        if (method.IsGenericMethod)
            identity.Append('<').AppendJoin(',', method.GetGenericArguments().Select(TypeName)).Append('>');
        identity.Append('(').AppendJoin(',', parameters.Select(p => TypeName(p.ParameterType))).Append("):").Append(TypeName(method.ReturnType));
        var twin = RankAmongTwins(method, display, parameters);
        return (twin == 0 ? identity : identity.Append('#').Append(twin)).ToString();
    }

    /// <summary>Local functions of one name and signature in different blocks are told apart by their order in the file.</summary>
    private static int RankAmongTwins(MethodInfo method, string display, ParameterInfo[] parameters)
    {
        if (display == method.Name)
            return 0;
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        return method.DeclaringType!.GetMethods(All).Count(other =>
            other.MetadataToken < method.MetadataToken
            && DisplayName(other) == display
            && other.GetParameters().Select(p => p.ParameterType.ToString()).SequenceEqual(parameters.Select(p => p.ParameterType.ToString())));
    }

    private static string TypeName(Type type)
    {
        if (type.HasElementType)
            return TypeName(type.GetElementType()!) + (type.IsArray ? "[" + new string(',', type.GetArrayRank() - 1) + "]" : "&");
        if (type.IsGenericParameter)
            return type.Name;
        var name = $"{type.Namespace}.{(type.DeclaringType is { } outer ? TypeName(outer) + "+" : "")}{type.Name}";
        return type.IsConstructedGenericType ? $"{name}<{string.Join(',', type.GetGenericArguments().Select(TypeName))}>" : name;
    }

    [GeneratedRegex(@"^<(?<parent>.+)>g__(?<name>[^|]+)\|", RegexOptions.ExplicitCapture)]
    private static partial Regex LocalFunction();
}
