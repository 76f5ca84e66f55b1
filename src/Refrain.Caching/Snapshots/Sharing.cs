using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Refrain.Caching.Snapshots.Copiers;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>Whether a value may be given to everyone as it is. Ordered from best to worst, so that the worst part decides.</summary>
internal enum Sharing
{
    /// <summary>Never changes.</summary>
    Always,

    /// <summary>Never changes once copied at the freeze: nobody else holds the memory behind it then.</summary>
    OnceCopied,

    /// <summary>Never changes if what it holds does not, which only the runtime types of its parts say.</summary>
    IfPartsAre,

    /// <summary>Changes, so everyone gets a copy.</summary>
    Never,
}

/// <summary>Decides by type whether values can be shared.</summary>
internal static class SharingRules
{
    private static ConditionalWeakTable<Type, object> _known = new();

    private static readonly Type[] Immutable =
    [
        typeof(Type), typeof(MemberInfo), typeof(Assembly), typeof(Module), typeof(Uri), typeof(Version), typeof(Regex),
        typeof(TimeZoneInfo), typeof(BigInteger), typeof(DBNull),
    ];

    private static readonly Type[] Comparers = [typeof(IEqualityComparer<>), typeof(IComparer<>), typeof(IEqualityComparer), typeof(IComparer)];

    private static readonly Type[] ImmutableCollections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>), typeof(ImmutableHashSet<>),
        typeof(ImmutableSortedSet<>), typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(FrozenSet<>),
        typeof(FrozenDictionary<,>),
    ];

    /// <summary>Of values whose runtime type is exactly this.</summary>
    internal static Sharing Of(Type type) => (Sharing)_known.GetValue(type, static type => Decide(type, []));

    /// <summary>Of members declared with this type, whose values may be of a derived one.</summary>
    internal static Sharing OfDeclared(Type type) => OfDeclared(type, []);

    internal static void StartOver() => _known = new();

    private static Sharing OfDeclared(Type type, HashSet<Type> path)
    {
        if (type == typeof(object) || type.IsInterface)
            return Sharing.IfPartsAre;
        var exact = Decide(type, path);
        return type.IsSealed || IsImmutableByNature(type) ? exact : Worst(exact, Sharing.IfPartsAre);
    }

    private static Sharing Decide(Type type, HashSet<Type> path)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || IsImmutableByNature(type))
            return Sharing.Always;
        if (type == typeof(JsonElement))
            return Sharing.OnceCopied;
        if (type.IsArray || type.IsPointer || type.IsFunctionPointer || CustomCopies.Has(type) || KnownCopiers.Has(type)
            || CopierFactory.Refusal(type) != null)
            return Sharing.Never;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>))
            return Worst(Sharing.OnceCopied, OfDeclared(type.GetGenericArguments()[0], path));
        if (!path.Add(type))
            return Sharing.Always;
        var decided = DecideParts(type, path);
        path.Remove(type);
        return decided;
    }

    /// <summary>A type met again on the way to itself adds nothing: whatever else it holds decides.</summary>
    private static Sharing DecideParts(Type type, HashSet<Type> path)
    {
        if (Collections.BaseOf(type) is { } collection)
        {
            var isImmutable = ImmutableCollections.Contains(collection.Type.IsGenericType ? collection.Type.GetGenericTypeDefinition() : collection.Type);
            return isImmutable ? collection.Items.Select(item => OfDeclared(item, path)).Aggregate(Sharing.Always, Worst) : Sharing.Never;
        }

        var worst = Sharing.Always;
        foreach (var field in Fields.Of(type))
        {
            if (!type.IsValueType && !field.IsInitOnly)
                return Sharing.Never;
            worst = Worst(worst, OfDeclared(field.FieldType, path));
        }

        return worst;
    }

    private static Sharing Worst(Sharing left, Sharing right) => left > right ? left : right;

    internal static bool IsImmutableByNature(Type type) =>
        type.IsDefined(typeof(ImmutableAttribute), false)
        || Immutable.Any(immutable => immutable.IsAssignableFrom(type) && AddsNothing(type, immutable))
        || IsConstantComparer(type);

    /// <summary>A user's type derived from one that never changes may add what does.</summary>
    private static bool AddsNothing(Type type, Type immutable) => Platform.Made(type) || !Fields.Above(type, immutable).Any();

    /// <summary>A comparer whose fields are set once, functions among them: to compare is all that can be done with it.</summary>
    private static bool IsConstantComparer(Type type) =>
        type.GetInterfaces().Any(each => Comparers.Contains(each.IsGenericType ? each.GetGenericTypeDefinition() : each))
        && Collections.BaseOf(type) is null
        && (Platform.Made(type) || Fields.Of(type).All(field => field.IsInitOnly && IsConstant(field.FieldType)));

    private static bool IsConstant(Type type) =>
        Bits.Only(type) || type == typeof(string) || typeof(Delegate).IsAssignableFrom(type)
        || (type.IsInterface && Comparers.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type));

    /// <summary>Whether a box of such a structure can be changed: through a member of an interface that sets its fields.</summary>
    internal static bool ChangesInBox(Type type) =>
        type.IsValueType && !type.IsPrimitive && !type.IsEnum && !Platform.Made(type)
        && type.GetInterfaces().Length > 0 && Fields.Of(type).Any(field => !field.IsInitOnly);
}
