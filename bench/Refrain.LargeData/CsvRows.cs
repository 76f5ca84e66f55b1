using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Refrain.LargeData;

/// <summary>A CSV file of 50 MB beside the loop that only reads its fields.</summary>
internal static class CsvRows
{
    private const long Bytes = 50_000_000;

    internal static IEnumerable<ReportRow> All()
    {
        var path = Path.Combine(Path.GetTempPath(), $"refrain-{Guid.NewGuid():N}.csv");
        try
        {
            Write(path);
            Bare(path);
            DataFrame.ReadCsv(path);
            var (bare, read) = (Clock.Median(3, () => Bare(path), GC.Collect), Clock.Median(3, () => DataFrame.ReadCsv(path), GC.Collect));
            yield return new(
                "`DataFrame.ReadCsv` of 50 MB, four columns", "stated beside CsvHelper's bare reading loop", $"{Clock.Times(read / bare)}: {Clock.Say(read)} beside {Clock.Say(bare)}", null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Bare(string path)
    {
        using var text = new StreamReader(path);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BufferSize = 1 << 16 });
        var length = 0L;
        while (parser.Read())
        {
            for (var field = 0; field < parser.Count; field++)
                length += parser[field].Length;
        }

        GC.KeepAlive(length);
    }

    /// <summary>Rides as the sample <c>uber</c> has them: a time, two coordinates, the code of a base.</summary>
    private static void Write(string path)
    {
        using var text = new StreamWriter(path);
        var random = new Random(1);
        text.Write("Date/Time,Lat,Lon,Base\n");
        for (var written = 0L; written < Bytes;)
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Next(1, 10)}/{random.Next(1, 29)}/2014 {random.Next(24)}:{random.Next(60):00}:00,{40 + (random.Next(10000) / 10000.0)},{-74 + (random.Next(10000) / 10000.0)},B0{random.Next(2500, 2520)}\n");
            text.Write(line);
            written += line.Length;
        }
    }
}
