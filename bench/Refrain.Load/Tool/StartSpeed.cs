using System.Diagnostics;
using System.Globalization;

namespace Refrain.Load.Tool;

/// <summary>How long <c>refrain run hello.cs</c> takes until the page answers, when it was started before.</summary>
internal static class StartSpeed
{
    internal static async Task RunAsync(int starts, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var script = Path.Combine(folder.FullName, "hello.cs");
            await File.WriteAllTextAsync(script, """Ui.Title("Hello"); Ui.Write($"Hello, {Ui.TextInput("Name", "world")}!");""");
            await StartAsync(script);
            var times = new List<double>();
            for (var start = 0; start < starts; start++)
                times.Add(await StartAsync(script));
            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first answer: median {times[times.Count / 2]:0} ms of {starts}, longest {times[^1]:0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> StartAsync(string script)
    {
        var begin = Stopwatch.GetTimestamp();
        using var tool = ToolProcess.Run(script);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(tool.Address);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }
}
