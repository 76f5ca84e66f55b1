using System.Data.Common;
using System.IO.Compression;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "D5")]
[Trait("case", "105")]
public class RefusedArgumentTests
{
    public sealed class Settings
    {
        public HttpClient? Client { get; set; }

        public List<Dictionary<string, object>> Steps { get; } = [];
    }

    public struct Address
    {
        public nint Value;
    }

    public static IEnumerable<int> Lazily()
    {
        yield return 1;
    }

    /// <summary>A task of the compiler's own type, which has ended: what ends a theory's data disposes of it.</summary>
    public static Task<int> Later()
    {
        var later = Begin();
        later.Wait();
        return later;

        static async Task<int> Begin()
        {
            await Task.Yield();
            return 1;
        }
    }

    public static TheoryData<object, string, string> Refused => new()
    {
        { new Action(() => { }), "an Action", "a delegate" },
        { Task.FromResult(1), "a Task<int>", "a task" },
        { Task.CompletedTask, "a Task", "a task" },
        { Later(), "a Task<int>", "a task" },
        { new ValueTask<int>(1), "a ValueTask<int>", "a task" },
        { Thread.CurrentThread, "a Thread", "a thread" },
        { new ReaderWriterLock(), "a ReaderWriterLock", "a lock" },
        { new Address(), "a nint", "a pointer or handle" },
        { new HttpClient(), "a HttpClient", "disposable: it stands for something outside the program's values" },
        { new Lazy<int>(() => 1), "a Lazy<int>", "a value that is not there before it is asked for" },
        { new Random(1), "a Random", "a source of random numbers, whose state changes with every use" },
        { typeof(string).Assembly, "a RuntimeAssembly", "a piece of loaded code" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_has_no_content_is_refused(object value, string type, string reason)
    {
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(value));
        Assert.Equal(("Load", "options"), (error.Function, error.Parameter));
        Assert.Equal(Text(error.MemberPath!, type, reason), error.Message);
    }

    public static TheoryData<object, string> Sequences => new()
    {
        { Lazily(), "an IEnumerable<int>" },
        { Enumerable.Range(0, 3).Where(number => number > 1), "an IEnumerable<int>" },
        { new[] { 1 }.AsQueryable(), "an IQueryable<int>" },
        { new List<int> { 1 }.GetEnumerator(), "a List.Enumerator<int>" },
    };

    [Theory]
    [MemberData(nameof(Sequences))]
    public void A_lazy_sequence_is_to_be_made_a_list(object value, string type)
    {
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(value));
        Assert.Equal(
            $"RFN0103: 'Load' cannot be cached by its argument 'options': 'options' is {type}, a lazy sequence, whose items are not there before they "
            + "are asked for. Leave the parameter out of the key by naming it '_options' or marking it [NotKeyed], or pass its items, with '.ToList()'.",
            error.Message);
    }

    [Fact]
    public void A_stream_that_cannot_be_rewound_is_refused()
    {
        using var stream = new GZipStream(new MemoryStream(), CompressionMode.Compress);
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(stream));
        Assert.Equal(Text("options", "a GZipStream", "a stream that cannot be read"), error.Message);
        using var reading = new GZipStream(new MemoryStream(), CompressionMode.Decompress);
        error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(reading));
        Assert.Equal(Text("options", "a GZipStream", "a stream that cannot be rewound"), error.Message);
    }

    [Fact]
    public void The_path_of_members_leads_to_what_was_refused()
    {
        var settings = new Settings();
        settings.Steps.Add([]);
        settings.Steps.Add(new() { ["load"] = 1, ["then"] = new Action(() => { }) });
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(settings));
        Assert.Equal(Text("options.Steps[1][\"then\"]", "an Action", "a delegate"), error.Message);
        Assert.Equal("options.Steps[1][\"then\"]", error.MemberPath);

        error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(new Settings { Client = new() }));
        Assert.Equal("options.Client", error.MemberPath);
    }

    [Fact]
    public void A_comparer_with_outside_state_is_refused()
    {
        var set = new SortedSet<int>(Comparer<int>.Create((left, right) => right - left)) { 1 };
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(new[] { set }));
        Assert.Equal(
            "RFN0102: 'Load' cannot be cached by its argument 'options': 'options[0]' compares with a ComparisonComparer<int>, a comparer of which it "
            + "cannot be known when it equals another. Leave the parameter out of the key by naming it '_options' or marking it [NotKeyed], or give "
            + "the comparer no delegates or other outside state.", error.Message);
    }

    [Fact]
    public void The_parameter_is_named_by_its_place()
    {
        var error = Assert.Throws<UnkeyableArgumentException>(() => CompilerServices.KeyEncoder.Digest(
            Key.Load with { Parameters = ["a", "_b", "c"] },
            new CompilerServices.Args<CompilerServices.Keyed<int>, CompilerServices.Unkeyed<Action>, CompilerServices.Keyed<Action>>(
                new(1), new(() => { }), new(() => { }))));
        Assert.Equal("c", error.Parameter);
    }

    [Fact]
    public void A_connection_is_refused()
    {
        using var connection = new FakeConnection();
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of<DbConnection>(connection));
        Assert.Equal(Text("options", "a FakeConnection", "a connection"), error.Message);
    }

    [Fact]
    public void After_a_refusal_keys_are_as_before()
    {
        var before = Key.Of(new[] { "a" });
        Assert.Throws<UnkeyableArgumentException>(() => Key.Of(new object[] { "b", new Action(() => { }) }));
        Assert.Equal(before, Key.Of(new[] { "a" }));
    }

    private static string Text(string path, string type, string reason) =>
        $"RFN0101: 'Load' cannot be cached by its argument 'options': '{path}' is {type}, {reason}. "
        + "Leave the parameter out of the key by naming it '_options' or marking it [NotKeyed], or say what stands for it: "
        + $"CacheKeys.Register<{type[(type.IndexOf(' ', StringComparison.Ordinal) + 1)..]}>(x => ...).";
}
