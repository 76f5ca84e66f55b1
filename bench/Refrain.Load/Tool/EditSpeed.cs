using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Refrain.Load.Tool;

/// <summary>How long it takes from the save of a script of 100 lines until the changed text is painted in a browser.</summary>
internal static class EditSpeed
{
    /// <summary>The text is there, and the frame that shows it is done.</summary>
    private const string Painted =
        """
        text => new Promise(done => {
          const look = () => document.querySelector("main")?.textContent.includes(text) ? requestAnimationFrame(() => setTimeout(done)) : requestAnimationFrame(look);
          look();
        })
        """;

    private const int Warm = 3;

    internal static async Task RunAsync(int saves, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var script = Path.Combine(folder.FullName, "sales.cs");
            await File.WriteAllTextAsync(script, Text(0));
            using var tool = ToolProcess.Run(script);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            });
            var page = await browser.NewPageAsync();
            await page.GotoAsync(tool.Address.ToString());
            await page.EvaluateAsync(Painted, "version 0 ");
            var times = new List<double>();
            for (var save = 1; save <= saves + Warm; save++)
            {
                var begin = Stopwatch.GetTimestamp();
                await File.WriteAllTextAsync(script, Text(save));
                await page.EvaluateAsync(Painted, $"version {save} ");
                if (save > Warm)
                    times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"save to paint: median {times[times.Count / 2]:0} ms of {saves}, longest {times[^1]:0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(int version)
    {
        var text = new StringBuilder()
            .AppendLine("var years = Ui.Slider(\"Years\", 1, 9, 1);")
            .AppendLine(CultureInfo.InvariantCulture, $"Ui.Text($\"version {version} of {{years}}\");");
        for (var part = 0; part < 14; part++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                Ui.Metric("Part {{part}}", Load{{part}}(years).Sum(sale => sale.Amount));

                [CacheData]
                static List<Sale> Load{{part}}(int years) =>
                [
                    .. Enumerable.Range(0, years * 10).Select(number => new Sale($"sale {number}", number * {{part + 1}})),
                ];
                """);
        }

        return text.AppendLine().AppendLine("record Sale(string Name, int Amount);").ToString();
    }
}
