namespace Refrain.Tests.Apps;

/// <summary>What becomes of the entries of functions that nobody has called since the save.</summary>
[Trait("row", "A3")]
public sealed class RetiredCodeTests
{
    private const string Text = """
        using System;
        using Refrain;

        if (Ui.Checkbox("Call", true))
            Ui.Text($"{Load(1)} {Pair<Sale>(new("a"))} {Mine()} {Twice(4)} {Open().Id}");
        Ui.Text("version one");

        [CacheData]
        static string Load(int number) => $"{number} {Guid.NewGuid()}";

        [CacheData]
        static (T, Guid) Pair<T>(T item) => (item, Guid.NewGuid());

        [CacheData(Scope = CacheScope.Session)]
        static Guid Mine() => Guid.NewGuid();

        [CacheResource]
        static Tuple<Guid> Make() => new(Guid.NewGuid());

        static string Twice(int number) => Cache.Data((int n) => $"{n + n} {Guid.NewGuid()}")(number);

        static Engine Open() => Cache.Resource(() => new Engine(Make().Item1), new() { Name = "Open" })();

        record Sale(string Name);

        sealed class Engine(Guid id) : IDisposable
        {
            public Guid Id => id;
            public void Dispose() => AppContext.SetData($"refrain-released-{id}", "released");
        }
        """;

    [Fact]
    public async Task Functions_that_are_called_again_only_later_keep_their_entries()
    {
        var text = Text.Replace("{Open().Id}", "{Make().Item1}", StringComparison.Ordinal);
        await using var script = await SavedScript.OpenAsync(text);
        var before = script.Texts.First();
        await script.App.Checkbox("Call").SetAsync(false);

        await script.SaveAsync(text.Replace("version one", "version two", StringComparison.Ordinal));
        await script.SaveAsync(text.Replace("version one", "version three", StringComparison.Ordinal));
        Assert.Equal(["version three"], script.Texts);

        await script.App.Checkbox("Call").SetAsync(true);
        Assert.Equal([before, "version three"], script.Texts);
    }

    [Fact]
    public async Task Functions_that_are_gone_lose_their_entries_and_release_their_resources()
    {
        await using var script = await SavedScript.OpenAsync(Text);
        var id = script.Texts.First()!.Split(' ')[^1];

        await script.SaveAsync("""Refrain.Ui.Text("nothing is left");""");

        Assert.Empty(script.App.App.Cache.Caches);
        Assert.Equal("released", AppContext.GetData($"refrain-released-{id}"));
    }
}
