using System.Text;

namespace Refrain.Caching.Values;

/// <summary>Names of types: for people as C# writes them, and as identities.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(char)] = "char",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(void)] = "void",
    };

    /// <summary>For example <c>Dictionary&lt;string, int[]&gt;</c>.</summary>
    internal static string Display(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return DisplayArray(type);
        if (type.IsPointer)
            return Display(type.GetElementType()!) + "*";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Display(underlying) + "?";
        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
            return $"({string.Join(", ", arguments.Select(Display))})";
        var own = type.Name.Split('`')[0];
        var outer = type.DeclaringType is { } declaring && !IsCompilerMade(own) ? declaring.Name.Split('`')[0] + "." : "";
        return arguments.Length == 0 ? outer + own : $"{outer}{own}<{string.Join(", ", arguments.Select(Display))}>";
    }

    /// <summary>Assembly, namespace, outer types and type arguments: equal for equal types in every process.</summary>
    internal static string Identity(Type type)
    {
        var text = new StringBuilder();
        AppendIdentity(text, type);
        return text.ToString();
    }

    /// <summary>For example <c>an ArrayList</c>, <c>a List&lt;int&gt;</c>.</summary>
    internal static string WithArticle(Type type)
    {
        var name = Display(type);
        return ("AEIOUaeiou".Contains(name[0], StringComparison.Ordinal) ? "an " : "a ") + name;
    }

    private static bool IsCompilerMade(string name) => name.StartsWith('<');

    private static string DisplayArray(Type type)
    {
        var ranks = new StringBuilder();
        while (type.IsArray)
        {
            ranks.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
            type = type.GetElementType()!;
        }

        return Display(type) + ranks;
    }

    private static void AppendIdentity(StringBuilder text, Type type)
    {
        if (type.HasElementType)
        {
            AppendIdentity(text, type.GetElementType()!);
            text.Append(type.IsSZArray ? "[]" : type.IsArray ? $"[*{type.GetArrayRank()}]" : type.IsPointer ? "*" : "&");
            return;
        }

        if (type.IsFunctionPointer)
        {
            text.Append(type.IsUnmanagedFunctionPointer ? "*unmanaged(" : "*(");
            foreach (var part in type.GetFunctionPointerParameterTypes().Prepend(type.GetFunctionPointerReturnType()))
            {
                AppendIdentity(text, part);
                text.Append(',');
            }

            text.Append(')');
            return;
        }

        if (type.IsGenericParameter)
        {
            text.Append('!').Append(type.GenericParameterPosition);
            if (type.DeclaringMethod is { } method)
                text.Append('!').Append(method);
            text.Append('[').Append(type.DeclaringType!.Assembly.GetName().Name).Append(']').Append(type.DeclaringType.FullName);
            return;
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        text.Append('[').Append(type.Assembly.GetName().Name).Append(']').Append(definition.FullName ?? definition.Name);
        if (!type.IsGenericType)
            return;
        text.Append('<');
        foreach (var argument in type.GetGenericArguments())
        {
            AppendIdentity(text, argument);
            text.Append(',');
        }

        text.Append('>');
    }
}
