using System.Globalization;
using System.Text;

namespace Refrain.Frames.Csv;

/// <summary>Reads numbers whose digits may stand in groups of three, as in <c>1,234,567.5</c>.</summary>
internal readonly struct GroupedParser<T, TParser>(TParser parser, NumberFormatInfo format) : ICellParser<T>
    where TParser : struct, ICellParser<T>
{
    /// <summary>No number that a column holds is longer.</summary>
    private const int MaxLength = 128;

    private readonly byte[] _separator = Encoding.UTF8.GetBytes(format.NumberGroupSeparator);
    private readonly byte[] _point = Encoding.UTF8.GetBytes(format.NumberDecimalSeparator);

    public bool TryParse(ReadOnlySpan<byte> field, out T value)
    {
        if (field.Length > MaxLength || field.IndexOf(_separator) < 0)
            return parser.TryParse(field, out value);
        Span<byte> plain = stackalloc byte[MaxLength];
        if (TryJoin(field, plain, out var length))
            return parser.TryParse(plain[..length], out value);
        value = default!;
        return false;
    }

    /// <summary>Takes the separators out, when each stands between a first group of one to three digits and full ones.</summary>
    private bool TryJoin(ReadOnlySpan<byte> field, Span<byte> plain, out int length)
    {
        length = 0;
        var end = field.IndexOf(_point);
        var whole = end < 0 ? field : field[..end];
        for (var group = 0; ; group++)
        {
            var next = whole.IndexOf(_separator);
            var digits = next < 0 ? whole : whole[..next];
            digits.CopyTo(plain[length..]);
            length += digits.Length;
            var count = (group == 0 ? digits.TrimStart(" +-"u8) : next < 0 ? digits.TrimEnd((byte)' ') : digits).Length;
            if (group == 0 ? count is < 1 or > 3 : count != 3)
                return false;
            if (next < 0)
                break;
            whole = whole[(next + _separator.Length)..];
        }

        var rest = end < 0 ? default : field[end..];
        rest.CopyTo(plain[length..]);
        length += rest.Length;
        return rest.IndexOf(_separator) < 0;
    }
}
