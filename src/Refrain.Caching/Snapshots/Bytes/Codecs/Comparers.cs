using System.Collections;
using System.Globalization;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>The comparers that can be stored, since what they do is known by name: the default, ordinal ones with and without case, those of a culture.</summary>
internal static class Comparers
{
    private const int Ordinal = 1;
    private const int OrdinalIgnoreCase = 2;

    /// <summary>Whether a type is declared for comparers alone.</summary>
    internal static bool IsDeclaredFor(Type type) => type == typeof(StringComparer) || StandardOf(type) != null;

    /// <exception cref="UnknownComparer">It is another one.</exception>
    internal static void Write(ValueWriter writer, object? comparer, object? standard, object owner)
    {
        if (comparer is null || comparer.Equals(standard))
            writer.Null();
        else if (comparer is not IEqualityComparer<string?> text)
            throw new UnknownComparer(owner, comparer);
        else if (StringComparer.IsWellKnownOrdinalComparer(text, out var ignoreCase))
            writer.Int(ignoreCase ? OrdinalIgnoreCase : Ordinal);
        else if (StringComparer.IsWellKnownCultureAwareComparer(text, out var culture, out var options))
            Write(writer, culture, options);
        else
            throw new UnknownComparer(owner, comparer);
    }

    /// <summary>Reads a comparer; the standard one is what the caller says.</summary>
    internal static object? Read(ValueReader reader, object? standard)
    {
        if (reader.TryNull())
            return standard;
        if (reader.IsNumber())
        {
            return reader.Int() switch
            {
                Ordinal => StringComparer.Ordinal,
                OrdinalIgnoreCase => StringComparer.OrdinalIgnoreCase,
                _ => throw ValueReader.Damaged("a known comparer"),
            };
        }

        reader.Array(2);
        return StringComparer.Create(CultureInfo.GetCultureInfo(reader.Text()), (CompareOptions)reader.Int());
    }

    /// <summary>The comparer of a declared type that the platform takes when none is named.</summary>
    internal static object? StandardOf(Type type)
    {
        if (type == typeof(IComparer))
            return Comparer.Default;
        if (type == typeof(IEqualityComparer))
            return EqualityComparer<object>.Default;
        if (!type.IsGenericType)
            return null;
        var definition = type.GetGenericTypeDefinition();
        var standard = definition == typeof(IEqualityComparer<>) || definition == typeof(EqualityComparer<>) ? typeof(EqualityComparer<>)
            : definition == typeof(IComparer<>) || definition == typeof(Comparer<>) ? typeof(Comparer<>)
            : null;
        return standard?.MakeGenericType(type.GetGenericArguments()).GetProperty("Default")!.GetValue(null);
    }

    private static void Write(ValueWriter writer, CompareInfo culture, CompareOptions options)
    {
        writer.Array(2);
        writer.Text(culture.Name);
        writer.Int((int)options);
    }
}

/// <summary>A collection compares in a way that cannot be stored; turned into an error with names where function and value are known.</summary>
internal sealed class UnknownComparer(object owner, object comparer) : Exception
{
    internal object Owner { get; } = owner;

    internal object Comparer { get; } = comparer;
}

/// <summary>How a collection's comparer is written: where it is, and what a collection has that was given none.</summary>
internal sealed record ComparerForm<TCollection>(Type Type, Func<TCollection, object?> Get, object? Standard)
    where TCollection : class
{
    internal void Write(ValueWriter writer, TCollection value) => Comparers.Write(writer, Get(value), Standard, value);

    /// <returns><see langword="null"/> for the standard one.</returns>
    internal object? Read(ValueReader reader)
    {
        var comparer = Comparers.Read(reader, standard: null);
        return comparer is null || Type.IsInstanceOfType(comparer) ? comparer : throw ValueReader.Damaged($"a comparer of {typeof(TCollection)}");
    }
}

/// <summary>Members that are comparers themselves.</summary>
internal sealed class ComparerCodec<T>(object? standard) : Codec<T>
    where T : class
{
    internal override void Write(ValueWriter writer, T value)
    {
        // What a collection takes for none and what is the standard one are told apart here.
        writer.Array(1);
        if (value is null)
            writer.Undefined();
        else
            Comparers.Write(writer, value, standard, value);
    }

    internal override T Read(ValueReader reader)
    {
        reader.Array(1);
        return reader.TryUndefined() ? null! : Comparers.Read(reader, standard) as T ?? throw ValueReader.Damaged($"a {typeof(T)}");
    }
}
