using System.Globalization;
using System.Text;

namespace Refrain;

/// <summary>How a CSV file is read. The defaults read what most programs write.</summary>
/// <example><code>
/// var data = DataFrame.ReadCsv("umsatz.csv", new CsvOptions
/// {
///     Separator = ';',
///     Culture = CultureInfo.GetCultureInfo("de-DE"),
///     Encoding = Encoding.Latin1,
///     NullValues = ["", "k. A."],
///     Types = new Dictionary&lt;string, Type&gt; { ["Betrag"] = typeof(decimal) },
/// });
/// </code></example>
public sealed record CsvOptions
{
    /// <summary>What stands between two fields. Default: the one of comma, semicolon, tab and bar that the first line has most of.</summary>
    public char? Separator { get; init; }

    /// <summary>What encloses a field with separators or line breaks in it; doubled, it stands for itself. Default: <c>"</c>.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Whether the first line has the names of the columns. Default: yes; without, they are called <c>Column1</c>, <c>Column2</c>, ….</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Names to use in place of the header's. Default: the header's.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The columns to read, in this order. Default: all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The types of columns by name. Default: each is found out by looking at all its values; see <see cref="DataFrame.ReadCsv(string, CsvOptions?)"/>.</summary>
    public IReadOnlyDictionary<string, Type>? Types { get; init; }

    /// <summary>Unquoted fields that mean null. Default: the empty one.</summary>
    public IReadOnlyList<string> NullValues { get; init; } = [""];

    /// <summary>The encoding of a file without a byte order mark. Default: UTF-8, and bytes that are not are an error.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How numbers and dates are written. Default: the invariant culture, as in <c>1234.5</c> and <c>12/31/2025</c>. ISO dates are always understood.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Whether the digits of numbers may stand in groups of three between the culture's separators, as in <c>1,234.5</c>. Default: no, and such fields are text.</summary>
    public bool Thousands { get; init; }

    /// <summary>Formats of dates and times beside the usual ones, for example <c>dd-MMM-yyyy</c>. Default: none.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Whether blanks around fields are dropped. Default: no; around numbers and dates they never matter.</summary>
    public bool Trim { get; init; }

    /// <summary>What is told how far the reading has come: every some ten thousand rows, and at the end. Default: nobody.</summary>
    public IProgress<ReadProgress>? Progress { get; init; }

    /// <summary>What fetches addresses, for example with credentials. Default: a shared client that follows redirects and unpacks gzip.</summary>
    public HttpClient? Http { get; init; }
}
