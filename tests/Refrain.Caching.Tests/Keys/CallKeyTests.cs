namespace Refrain.Caching.Tests.Keys;

/// <summary>Keys as whole calls make them, of data and of resources.</summary>
public sealed class CallKeyTests
{
    private delegate int Call(
        Runs _runs, int plain, string _note, Dictionary<string, int> named, object _other, int optional = 0, int _optional = 0, params int[] extra);

    private static readonly Call[] Both = [Data, Resource];

    [Fact, Trait("case", "9"), Trait("row", "D5")]
    public void A_change_of_what_is_not_in_the_key_is_a_hit() => Run((call, runs) =>
    {
        call(runs, 1, "a", new() { ["x"] = 1 }, 1, 2, 3, 4, 5);
        call(runs, 1, "b", new() { ["x"] = 1 }, new Action(() => { }), 2, 4, 4, 5);
        Assert.Equal(1, runs.Count);
    });

    [Fact, Trait("case", "10"), Trait("row", "B2")]
    public void A_change_of_anything_else_is_a_miss() => Run((call, runs) =>
    {
        call(runs, 1, "", new() { ["x"] = 1 }, 0, 2, 0, 4, 5);
        call(runs, 9, "", new() { ["x"] = 1 }, 0, 2, 0, 4, 5);
        call(runs, 1, "", new() { ["x"] = 9 }, 0, 2, 0, 4, 5);
        call(runs, 1, "", new() { ["y"] = 1 }, 0, 2, 0, 4, 5);
        call(runs, 1, "", new() { ["x"] = 1, ["y"] = 1 }, 0, 2, 0, 4, 5);
        call(runs, 1, "", new() { ["x"] = 1 }, 0, 9, 0, 4, 5);
        call(runs, 1, "", new() { ["x"] = 1 }, 0, 2, 0, 4, 9);
        call(runs, 1, "", new() { ["x"] = 1 }, 0, 2, 0, 5, 4);
        call(runs, 1, "", new() { ["x"] = 1 }, 0, 2, 0, 4);
        Assert.Equal(9, runs.Count);
    });

    [Fact, Trait("case", "11"), Trait("case", "13")]
    public void How_arguments_are_written_plays_no_part() => Run((call, runs) =>
    {
        call(runs, 1, "", [], 0);
        call(_other: 0, named: [], _note: "", plain: 1, _runs: runs);
        call(runs, 1, "", [], 0, optional: 0);
        call(runs, 1, "", [], 0, 0, 0, []);
        Assert.Equal(1, runs.Count);
    });

    [Theory, Trait("case", "14"), Trait("case", "107")]
    [InlineData(false)]
    [InlineData(true)]
    public void One_string_that_embeds_the_framing_is_not_two(bool isResource)
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        // Tags, lengths and separators as they stand in the encoding of two strings.
        string[] crafted = ["ab", "a\0b", "a\u0009\0\0b", "a\u0009\u0001\0b", "a\u0109\0\0b", "a\u0001\0b", "a,b", "[\"a\",\"b\"]", "a\u001Fb", "\u0001a\u0001b"];
        foreach (var text in crafted)
            Get(text, "");
        Get("a", "b");
        Get("", "ab");
        Assert.Equal(crafted.Length + 2, runs.Count);
        Get("a", "b");
        Assert.Equal(crafted.Length + 2, runs.Count);

        void Get(string doc, string org) => _ = isResource
            ? JoinedResource(runs, [doc, org]) + JoinedTexts(runs, doc, org)
            : JoinedData(runs, [doc, org]);
    }

    [Fact, Trait("case", "105")]
    public void An_argument_that_cannot_be_keyed_is_named_before_anything_runs() => Run((call, runs) =>
    {
        foreach (var function in (Func<Runs, object, object>[])[AnyData, AnyResource])
        {
            var error = Assert.Throws<UnkeyableArgumentException>(() => function(runs, new { Client = new { Handler = Task.CompletedTask } }));
            Assert.Equal("options", error.Parameter);
            Assert.Equal("options.Client.Handler", error.MemberPath);
            Assert.Contains(error.Function!, error.Message, StringComparison.Ordinal);
            Assert.Contains("a Task, a task", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, runs.Count);
    });

    private static void Run(Action<Call, Runs> test)
    {
        foreach (var call in Both)
        {
            using var world = new CacheWorld();
            test(call, new Runs());
        }
    }

    [CacheData]
    private static int Data(
        Runs _runs, int plain, string _note, Dictionary<string, int> named, object _other, int optional = 0, int _optional = 0, params int[] extra)
    {
        _ = (plain, _note, named, _other, optional, _optional, extra);
        return _runs.Next();
    }

    [CacheResource]
    private static int Resource(
        Runs _runs, int plain, string _note, Dictionary<string, int> named, object _other, int optional = 0, int _optional = 0, params int[] extra)
    {
        _ = (plain, _note, named, _other, optional, _optional, extra);
        return _runs.Next();
    }

    [CacheData]
    private static string JoinedData(Runs _runs, string[] texts) => $"{_runs.Next()}{texts.Length}";

    [CacheResource]
    private static string JoinedResource(Runs _runs, string[] texts) => $"{_runs.Next()}{texts.Length}";

    /// <summary>The same as a typed key.</summary>
    [CacheResource]
    private static string JoinedTexts(Runs _runs, string doc, string org)
    {
        _ = _runs;
        return doc + "|" + org;
    }

    [CacheData]
    private static object AnyData(Runs _runs, object options) => _runs.Next() + $"{options}";

    [CacheResource]
    private static object AnyResource(Runs _runs, object options) => _runs.Next() + $"{options}";
}
