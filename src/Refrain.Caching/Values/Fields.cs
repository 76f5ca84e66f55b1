using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Values;

/// <summary>The state of a type: every instance field, those of its base types and private ones too.</summary>
internal static class Fields
{
    private static readonly ConditionalWeakTable<Type, FieldInfo[]> Known = new();

    /// <summary>Base types first; within a type by name, so that the order of a source file plays no part.</summary>
    internal static FieldInfo[] Of(Type type) => Known.GetValue(type, static type => [.. Find(type)]);

    /// <summary>The fields a type adds to one of its base types.</summary>
    internal static IEnumerable<FieldInfo> Above(Type type, Type baseType) =>
        Of(type).Where(field => field.DeclaringType != baseType && !field.DeclaringType!.IsAssignableFrom(baseType));

    /// <summary>The name as the user wrote it: the property of a backing field, the parameter of a primary constructor.</summary>
    internal static string NameOf(FieldInfo field)
    {
        var name = field.Name;
        if (name.StartsWith('<'))
        {
            var end = name.IndexOf('>', StringComparison.Ordinal);
            if (end > 1)
                return name[1..end];
        }

        return name;
    }

    private static IEnumerable<FieldInfo> Find(Type type)
    {
        var inherited = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? Of(parent) : [];
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return inherited.Concat(type.GetFields(own).OrderBy(field => field.Name, StringComparer.Ordinal));
    }
}
