using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Finds the methods of the user's types that a virtual call may reach.</summary>
internal static class Overrides
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The overrides and implementations of a method in some assemblies, in a fixed order.</summary>
    /// <remarks>They are told by name and number of parameters: an overload too many does no harm beyond a computation too many,
    /// while matching signatures of open generic types wrongly would lose one.</remarks>
    internal static IEnumerable<MethodBase> Of(MethodBase method, IReadOnlyList<Assembly> assemblies)
    {
        var parameters = method.GetParameters().Length;
        var explicitName = "." + method.Name;
        return assemblies
            .SelectMany(Types)
            .Where(type => MadeName.Of(type) == MadeType.None && Derives(type, method.DeclaringType!))
            .SelectMany(type => Lineage(type, method.DeclaringType!))
            .Distinct()
            .Where(type => assemblies.Contains(type.Assembly))
            .SelectMany(type => type.GetMethods(Declared))
            .Where(m => (m.Name == method.Name || m.Name.EndsWith(explicitName, StringComparison.Ordinal)) && m.GetParameters().Length == parameters)
            .OrderBy(m => ScanWriter.FullName(m.DeclaringType!), StringComparer.Ordinal)
            .ThenBy(m => m.ToString(), StringComparer.Ordinal);
    }

    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // A type whose base is missing cannot be made, so no call reaches it.
            return e.Types.OfType<Type>().ToArray();
        }
    }

    private static bool Derives(Type type, Type from)
    {
        if (from.IsInterface)
            return !type.IsInterface && type.GetInterfaces().Any(i => Definition(i) == from);
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Definition(ancestor) == from)
                return true;
        }

        return false;
    }

    /// <summary>A type and its bases, which may implement an interface for it, up to the one that declares the method.</summary>
    private static IEnumerable<Type> Lineage(Type type, Type end)
    {
        for (var ancestor = type; ancestor is not null && Definition(ancestor) != end; ancestor = ancestor.BaseType)
        {
            if (ancestor != typeof(object))
                yield return Definition(ancestor);
        }
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
