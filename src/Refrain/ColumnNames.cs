using System.Collections;
using System.Runtime.CompilerServices;

namespace Refrain;

/// <summary>Names of columns: one (<c>"count"</c>) or several (<c>["low", "high"]</c>).</summary>
[CollectionBuilder(typeof(ColumnNames), nameof(Create))]
public sealed class ColumnNames : IReadOnlyList<string>
{
    private readonly string[] _names;

    private ColumnNames(string[] names) => _names = names;

    /// <summary>How many names there are.</summary>
    public int Count => _names.Length;

    /// <summary>One of the names.</summary>
    public string this[int index] => _names[index];

    /// <summary>One name stands for a list of one.</summary>
    public static implicit operator ColumnNames(string name) => new([name]);

    /// <summary>An array of names.</summary>
    public static implicit operator ColumnNames(string[] names) => new([.. names]);

    /// <summary>Makes a list of names.</summary>
    public static ColumnNames Create(ReadOnlySpan<string> names) => new(names.ToArray());

    /// <summary>Goes through the names in order.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _names.GetEnumerator();
}
