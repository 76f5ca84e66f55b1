using System.Runtime.Loader;
using Refrain.Apps;
using Refrain.Caching.Functions;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Loading;
using Refrain.Scripts.Sources;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Apps;

/// <summary>A script is saved again and again while a page shows it and its entries, resources and session state live.</summary>
[Collection(MemoryCollection.Name)]
public sealed class ManySavesTests
{
    private const string Text = """
        using System.Collections.Generic;
        using Refrain;

        var sales = Load(1);
        Ui.State["best"] = sales[0];
        Ui.State.Of<Seen>().Count++;
        Ui.SelectBox<Region>("Region");
        Ui.Text($"{sales[0].Id} {Total(sales[0])} {Region(sales[0].Region)} {Open().Region}");
        Ui.Text("version VERSION");

        [CacheData]
        static List<Sale> Load(int number) => [new(System.Guid.NewGuid(), number, global::Region.South)];

        [CacheData]
        static string Total(Sale sale) => $"{sale.Number} of {System.Guid.NewGuid()}";

        [CacheData]
        static string Region(Region region) => $"{region} of {System.Guid.NewGuid()}";

        [CacheResource]
        static Engine Open() => new(global::Region.North);

        enum Region { North, South }
        record Sale(System.Guid Id, int Number, Region Region);
        sealed class Seen { public int Count; }
        sealed class Engine(Region region) : System.IDisposable
        {
            public Region Region => region;
            public void Dispose() { }
        }
        """;

    private const string Changing = """
        using System;
        using Refrain;

        Ui.State["held"] = Load(VALUE);
        Ui.State.GetOrAdd("kept", () => Load(VALUE));
        Ui.Text($"{Load(VALUE).Number} {Cache.Data((TYPE n) => $"{n}")(VALUE)} {Mine(VALUE)} {Open(VALUE).Number}");

        [CacheData]
        static Sale Load(TYPE number) => new(Guid.NewGuid(), number);

        [CacheData(Scope = CacheScope.Session)]
        static TYPE Mine(TYPE number) => number;

        [CacheResource]
        static Sale Open(TYPE number) => new(Guid.NewGuid(), number);

        record Sale(Guid Id, TYPE Number);
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("refrain").FullName;

    [Fact]
    [Trait("row", "A3")]
    public async Task Two_hundred_saves_leave_no_version_behind_and_memory_is_flat()
    {
        await using var app = await SaveAsync(Text.Replace("VERSION", "1", StringComparison.Ordinal), Text.Replace("VERSION", "2", StringComparison.Ordinal));
        Assert.Equal("version 1", app.Text[1].Text);
        Assert.All(app.App.Cache.Inspect().Where(function => !function.IsResource), function => Assert.Equal(1, function.Misses));
    }

    [Fact]
    [Trait("row", "A3")]
    public async Task Two_hundred_saves_that_each_change_a_signature_leave_no_version_behind_and_memory_is_flat()
    {
        await using var app = await SaveAsync(Typed("int", "1"), Typed("string", "\"1\""));
        Assert.Equal(4, app.App.Cache.Caches.Count());

        static string Typed(string type, string value) =>
            Changing.Replace("TYPE", type, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);
    }

    /// <summary>Saves two texts in turn, two hundred times.</summary>
    private async Task<AppTest> SaveAsync(params string[] texts)
    {
        var name = $"saved-{Guid.NewGuid():N}";
        ScriptImage[] images = [await CompileAsync(name, texts[0]), await CompileAsync(name, texts[1])];
        var script = LoadedScript.Load(name, images[0]);
        var app = AppTest.From(Entry(script), options => options.Logger = new RecordedLog());
        await app.RunAsync();
        var shown = app.Text[0].Text;

        var after50 = 0L;
        for (var save = 1; save <= 200; save++)
        {
            script = Replace(app.App, script, LoadedScript.Load(name, images[save % 2]));
            await app.Browser.Until(page => page.Run == save + 1 && page.IsSettled);
            if (save == 50)
                after50 = await SettledAsync(name);
        }

        Assert.Null(app.Exception);
        Assert.Equal(shown, app.Text[0].Text);
        var grown = await SettledAsync(name) - after50;
        Assert.True(grown < 2_000_000, $"150 saves left {grown} bytes behind.");
        return app;
    }

    private static LoadedScript Replace(RefrainApp app, LoadedScript before, LoadedScript after)
    {
        app.Replace(_ => Entry(after)(), new CodeReplacement(before.Context!, after.Context!));
        var older = before.Context!;
        before.Retire(() => app.Cache.Retire(new CodeReplacement(older, after.Context!)));
        return after;
    }

    private static Func<Task> Entry(LoadedScript script) => async () => Assert.True(await script.TryRunAsync([]));

    private static async Task<long> SettledAsync(string name)
    {
        for (var i = 0; i < 50 && Loaded() > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.Equal(1, Loaded());
        return GC.GetTotalMemory(forceFullCollection: true);

        int Loaded() => AssemblyLoadContext.All.Count(context => context.Name == name);
    }

    private async Task<ScriptImage> CompileAsync(string name, string text)
    {
        var compiler = new ScriptCompiler(name, new ScriptPackages(_folder, _folder));
        var compiled = await compiler.CompileAsync(new ScriptSources([new SourceFile(Path.Combine(_folder, "sales.cs"), text)]));
        Assert.Empty(compiled.Errors);
        return compiled.Image!;
    }
}
