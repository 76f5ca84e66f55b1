using System.Text.Json;

namespace Refrain.Elements;

/// <summary>The options of a select box, as values and as the texts the browser shows. Options travel as indices.</summary>
internal sealed class Choices<T>
{
    private readonly T[] _values;
    private readonly Func<T, string> _format;

    public Choices(string label, IEnumerable<T> options, Func<T, string>? format)
    {
        ElementErrors.ThrowIfUnlabelled("SelectBox", label);
        ArgumentNullException.ThrowIfNull(options);
        Label = label;
        _values = [.. options];
        _format = format ?? (value => Display.Text(value));
        if (_values.Length == 0) throw ElementErrors.NoOptions(label);
        Texts = Array.ConvertAll(_values, value => _format(value));
    }

    public string Label { get; }

    public string[] Texts { get; }

    public T this[int index] => _values[index];

    /// <summary>Throws if there is no option at an index.</summary>
    public void CheckIndex(int? index)
    {
        if (index < 0 || index >= _values.Length) throw ElementErrors.IndexOutside(Label, index.Value, _values.Length);
    }

    /// <summary>Where a value stands; <see langword="null"/> where it is not an option.</summary>
    /// <remarks>
    /// Options are often made anew in each run, so an object without equality of its own is found by its text:
    /// what the reader chose was that text.
    /// </remarks>
    public int? IndexOf(T value)
    {
        var index = Array.FindIndex(_values, option => EqualityComparer<T>.Default.Equals(option, value));
        if (index < 0 && value is not null) index = Array.IndexOf(Texts, _format(value));
        return index < 0 ? null : index;
    }

    /// <summary>Reads the index a browser sent; <see langword="null"/> for none chosen.</summary>
    public int? Read(JsonElement sent)
    {
        if (sent.ValueKind == JsonValueKind.Null) return null;
        var index = Numbers.Read<int>(sent);
        return index >= 0 && index < _values.Length
            ? index
            : throw Refused.Because($"there is no option {index}; there are {_values.Length}");
    }
}
