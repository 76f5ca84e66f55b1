using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>The comparer of a set or dictionary, as part of its content.</summary>
internal static class Comparers
{
    /// <summary>Reads the comparer of a collection type; <see langword="null"/> where it has none.</summary>
    internal static Func<TCollection, object?> Getter<TCollection>()
    {
        var property = typeof(TCollection).GetProperty("KeyComparer") ?? typeof(TCollection).GetProperty("Comparer");
        if (property is null)
            return static _ => null;
        if (typeof(TCollection).IsValueType)
            return collection => property.GetValue(collection);
        return property.GetMethod!.CreateDelegate<Func<TCollection, object?>>();
    }

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
                // What a dictionary of strings does by itself is the ordinal comparison.
                stream.Tag(ignoreCase ? KeyTag.Given : KeyTag.Null);
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
}
