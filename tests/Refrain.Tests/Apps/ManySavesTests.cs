using System.Runtime.Loader;
using Refrain.Scripts.Compiling;
using Refrain.Scripts.Loading;
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

    private readonly string _folder = Directory.CreateTempSubdirectory("refrain").FullName;

    [Fact]
    [Trait("row", "A3")]
    public async Task Two_hundred_saves_leave_no_version_behind_and_memory_is_flat()
    {
        var name = $"saved-{Guid.NewGuid():N}";
        ScriptImage[] images = [await CompileAsync(name, "1"), await CompileAsync(name, "2")];
        var script = LoadedScript.Load(name, images[0]);
        await using var app = AppTest.From(Entry(script), options => options.Logger = new RecordedLog());
        await app.RunAsync();
        var shown = app.Text[0].Text;

        var after50 = 0L;
        for (var save = 1; save <= 200; save++)
        {
            var before = script;
            script = LoadedScript.Load(name, images[save % 2]);
            app.App.Replace(_ => Entry(script)());
            before.Retire();
            await app.Browser.Until(page => page.Run == save + 1 && page.IsSettled);
            if (save == 50)
                after50 = await SettledAsync(name);
        }

        Assert.Null(app.Exception);
        Assert.Equal(shown, app.Text[0].Text);
        Assert.Equal("version 1", app.Text[1].Text);
        var grown = await SettledAsync(name) - after50;
        Assert.True(grown < 2_000_000, $"150 saves left {grown} bytes behind.");
        script.Retire();
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

    private async Task<ScriptImage> CompileAsync(string name, string version)
    {
        var compiler = new ScriptCompiler(Path.Combine(_folder, "sales.cs"), name, new ScriptPackages(_folder, _folder));
        var compiled = await compiler.CompileAsync(Text.Replace("VERSION", version, StringComparison.Ordinal));
        Assert.Empty(compiled.Errors);
        return compiled.Image!;
    }
}
