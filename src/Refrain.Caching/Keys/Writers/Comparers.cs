using System.Collections;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>The comparer of a set or dictionary, as part of its content.</summary>
internal static class Comparers
{
    private const BindingFlags Wrapped = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Reads the comparer of a collection type; <see langword="null"/> where it has none.</summary>
    internal static Func<TCollection, object?> Getter<TCollection>()
    {
        if (WrappedBy(typeof(TCollection)) is not null)
            return static collection => OfView(collection!);
        var property = PropertyOf(typeof(TCollection));
        if (property is null)
            return static _ => null;
        if (typeof(TCollection).IsValueType)
            return collection => property.GetValue(collection);
        return property.GetMethod!.CreateDelegate<Func<TCollection, object?>>();
    }

    /// <summary>Reads the comparer of the values of a dictionary that has one.</summary>
    internal static Func<TCollection, object?>? ValueGetter<TCollection>() =>
        typeof(TCollection).GetProperty("ValueComparer")?.GetMethod!.CreateDelegate<Func<TCollection, object?>>();

    /// <summary>The comparer of a hash table, which only derived types may read.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_EqualityComparer")]
    internal static extern IEqualityComparer? Of(Hashtable table);

    /// <summary>Writes a comparer by what it does where that is known, by its type and fields where that says it all.</summary>
    internal static void Write<TItem>(KeyStream stream, object? comparer, object collection)
    {
        if (comparer is null || comparer == EqualityComparer<TItem>.Default || comparer == Comparer<TItem>.Default)
        {
            stream.Tag(KeyTag.Null);
            return;
        }

        if (comparer is IEqualityComparer<string?> text)
        {
            if (StringComparer.IsWellKnownOrdinalComparer(text, out var ignoreCase))
            {
                WriteOrdinal(stream, ignoreCase, IsSorted(TypeOf(Innermost(collection))));
                return;
            }

            if (StringComparer.IsWellKnownCultureAwareComparer(text, out var culture, out var options))
            {
                stream.Text(culture.Name);
                stream.Put((int)options);
                return;
            }
        }

        try
        {
            stream.Value(comparer);
        }
        catch (Refusal)
        {
            throw new Refusal(collection, comparer.GetType(), KeyRefusals.Comparer);
        }
    }

    /// <summary>What a hash table of strings does by itself is the ordinal comparison; what a sorted one does is that of the culture.</summary>
    private static void WriteOrdinal(KeyStream stream, bool ignoreCase, bool isSorted)
    {
        if (!ignoreCase && !isSorted)
        {
            stream.Tag(KeyTag.Null);
            return;
        }

        stream.Tag(KeyTag.Given);
        stream.Value(ignoreCase);
    }

    private static object? OfView(object view)
    {
        var inner = Innermost(view);
        return PropertyOf(TypeOf(inner))?.GetValue(inner);
    }

    private static PropertyInfo? PropertyOf(Type type) => type.GetProperty("KeyComparer") ?? type.GetProperty("Comparer");

    private static bool IsSorted(Type type) =>
        PropertyOf(type)?.PropertyType is { IsGenericType: true } comparer && comparer.GetGenericTypeDefinition() == typeof(IComparer<>);

    /// <summary>The known collection that an object is.</summary>
    private static Type TypeOf(object collection) => Collections.BaseOf(collection.GetType())?.Type ?? collection.GetType();

    /// <summary>The collection behind read-only views of it.</summary>
    private static object Innermost(object collection)
    {
        while (WrappedBy(TypeOf(collection)) is { } wrapped)
            collection = wrapped.GetValue(collection)!;
        return collection;
    }

    private static PropertyInfo? WrappedBy(Type view)
    {
        var definition = view.IsGenericType ? view.GetGenericTypeDefinition() : null;
        if (definition == typeof(ReadOnlyDictionary<,>))
            return view.GetProperty("Dictionary", Wrapped);
        return definition == typeof(ReadOnlySet<>) ? view.GetProperty("Set", Wrapped) : null;
    }
}
