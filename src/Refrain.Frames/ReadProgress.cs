using System.Globalization;

namespace Refrain;

/// <summary>How far the reading of a file has come.</summary>
/// <param name="Rows">The rows read so far.</param>
/// <param name="Bytes">The bytes read so far, as they lie in the file or come over the network: packed ones when it is packed. 0 for text that was given as such.</param>
/// <param name="TotalBytes">The bytes there are in all; <see langword="null"/> when nobody says.</param>
/// <example><code>
/// var data = DataFrame.ReadCsv("rides.csv", new CsvOptions { Progress = new Progress&lt;ReadProgress&gt;(now => Console.WriteLine($"{now.Share:P0}")) });
/// </code></example>
public readonly record struct ReadProgress(long Rows, long Bytes, long? TotalBytes)
{
    /// <summary>The part that is read, from 0 to 1; <see langword="null"/> when nobody says how much there is.</summary>
    public double? Share => TotalBytes is > 0 and var total ? Math.Min(1, Bytes / (double)total) : null;

    /// <summary>For people: <c>12 of 45 MB</c>; without a total <c>12 MB</c>; of text that was given as such <c>32,768 rows</c>.</summary>
    internal string InWords()
    {
        if (Bytes == 0) return string.Create(CultureInfo.InvariantCulture, $"{Rows:#,##0} rows");
        var (unit, name) = (TotalBytes ?? Bytes) >= 1_000_000 ? (1e6, "MB") : (1e3, "kB");
        return TotalBytes is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Bytes, total) / unit:#,##0} of {total / unit:#,##0} {name}")
            : string.Create(CultureInfo.InvariantCulture, $"{Bytes / unit:#,##0} {name}");
    }
}
