using System.Globalization;
using System.Text.RegularExpressions;

namespace Refrain.Caching.Lifetimes;

/// <summary>Reads sizes as users write them: <c>512MB</c>, <c>1.5GB</c>, <c>64KB</c>. A KB is 1,024 bytes.</summary>
internal static partial class ByteSize
{
    internal const string Allowed = "write it as \"64KB\", \"512MB\" or \"1.5GB\"";

    internal static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        if (Form().Match(text) is not { Success: true } match)
            return false;
        var unit = char.ToUpperInvariant(match.Groups["unit"].ValueSpan[0]) switch { 'K' => 10, 'M' => 20, 'G' => 30, 'T' => 40, _ => 0 };
        var value = double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (1L << unit);
        if (value >= long.MaxValue)
            return false;
        bytes = (long)value;
        return true;
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)?) ?(?<unit>B|[KMGT]i?B)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
