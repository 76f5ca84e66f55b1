using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Browsing;

/// <summary>One person with one page open, and the words a scenario uses for what is on it.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>What Chromium says when scenarios look again and again whether a canvas is painted.</summary>
    private const string ReadOften = "Canvas2D: Multiple readback operations";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith(ReadOften, StringComparison.Ordinal))
                _complaints.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser's console complained of, violated security policies included.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public ILocator Main => Page.Locator("main");

    public ILocator Running => Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true });

    public ILocator Faded => Page.Locator("[data-fading]");

    public ILocator Exception => Kind("exception");

    public ILocator Kind(string kind) => Page.Locator($"[data-kind={kind}]");

    public ILocator Button(string label) => Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public ILocator Slider(string label) => Page.GetByRole(AriaRole.Slider, new() { Name = label, Exact = true });

    public ILocator Input(string label) => Page.GetByLabel(label, new() { Exact = true });

    public ILocator Metric(string label) => Kind("metric").Filter(new() { Has = Page.GetByText(label, new() { Exact = true }) }).Locator("dd").First;

    /// <summary>A chart, once it is painted.</summary>
    public ILocator Charts => Kind("chart").Locator("canvas");

    /// <summary>What the grid tells a screen reader. It stands inside the canvas, so it is attached and never visible.</summary>
    public ILocator Grid => Page.Locator("canvas [role=grid]");

    public async Task ChooseAsync(string label, string option)
    {
        await Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Waits until the page says this.</summary>
    public Task SeesAsync(string text) => Expect(Main).ToContainTextAsync(text);

    /// <summary>Waits until what was asked for is done.</summary>
    public Task RestsAsync() => Expect(Page.Locator("[data-run]")).ToHaveAttributeAsync("data-run", RunIsOver());

    /// <summary>Waits until the page shows all it has: its first run is over, its charts are painted, its grids have their rows.</summary>
    public async Task SettlesAsync()
    {
        await Expect(Main.GetByRole(AriaRole.Heading).First).ToBeAttachedAsync();
        if (await Page.Locator("[data-run]").CountAsync() == 0)
            return;
        await RestsAsync();
        foreach (var chart in await Kind("chart").AllAsync())
            await chart.Locator("canvas").IsDrawnAsync();
        foreach (var grid in await Kind("dataFrame").Or(Kind("dataEditor")).AllAsync())
            await grid.Locator("canvas").First.IsDrawnAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    [GeneratedRegex("^(done|stopped|failed)$")]
    private static partial Regex RunIsOver();
}
