using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Queries;

/// <summary>The order of text in frames: as a dictionary has it in no particular language, so that it is the same on every machine.</summary>
internal sealed class TextOrder : IComparer<string?>
{
    internal static readonly TextOrder Instance = new();

    private readonly CompareInfo _words = CultureInfo.InvariantCulture.CompareInfo;

    public int Compare(string? x, string? y)
    {
        var order = _words.Compare(x, y, CompareOptions.None);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    internal static string? Extreme(TextColumn column, bool least)
    {
        string? best = null;
        for (var row = 0; row < column.Length; row++)
        {
            if (column.ReadAt(row) is { } text && (best is null || (Instance.Compare(text, best) < 0) == least))
                best = text;
        }

        return best;
    }
}
