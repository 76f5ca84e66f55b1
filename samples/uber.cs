// Uber pickups
// A file at an address: fetched and read once, with its progress in the page; every run after that has it at once.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

Ui.Title("Uber pickups");
var size = Ui.SelectBox("Size of the file", [5, 50], format: megabytes => $"{megabytes} MB");

var data = LoadData($"{(await FileServer()).Urls.Single()}/uber-{size}.csv");
Ui.DataFrame(data);
Ui.Button("Rerun");

Ui.Caption("The pickups are made up, by a small server inside this script, so that nothing is fetched from elsewhere. Any address would do.");

[CacheData]
static DataFrame LoadData(string url) => DataFrame.ReadCsv(url); // 👈 Download the data

// The server stands for the one that has the file. As a resource there is one for everybody, and it is stopped when it is let go.
[CacheResource(ShowSpinner = false)]
static async Task<WebApplication> FileServer()
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    var server = builder.Build();
    server.Urls.Add("http://127.0.0.1:0");
    server.MapGet("/uber-{megabytes:int:range(1,50)}.csv", async (HttpResponse response, int megabytes) =>
    {
        var pickups = new Pickups(megabytes * 1_000_000);
        response.ContentType = "text/csv";
        response.ContentLength = pickups.Bytes;
        await foreach (var lines in pickups.Lines())
            await response.WriteAsync(lines);
    });
    await server.StartAsync();
    return server;
}

/// <summary>Pickups in New York, the same each time, in lines of equal length.</summary>
class Pickups(int atMost)
{
    const string Header = "Date/Time,Lat,Lon,Base\n";
    const int LineLength = 44;
    const int LinesAtOnce = 5_000;

    readonly int _count = (atMost - Header.Length) / LineLength;

    public long Bytes => Header.Length + ((long)_count * LineLength);

    public async IAsyncEnumerable<string> Lines()
    {
        var random = new Random(7);
        var time = new DateTime(2014, 9, 1);
        yield return Header;
        for (var from = 0; from < _count; from += LinesAtOnce)
        {
            var lines = new System.Text.StringBuilder();
            for (var line = from; line < Math.Min(from + LinesAtOnce, _count); line++)
            {
                time = time.AddSeconds(random.Next(4));
                var (lat, lon) = (40.75 + (0.1 * (random.NextDouble() - 0.5)), 73.98 + (0.1 * (random.NextDouble() - 0.5)));
                lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm:ss},{lat:F4},-{lon:F4},B02{random.Next(500, 700)}\n");
            }

            yield return lines.ToString();
            await Task.Yield();
        }
    }
}
