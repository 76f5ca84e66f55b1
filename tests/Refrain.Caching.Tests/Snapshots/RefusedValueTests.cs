namespace Refrain.Caching.Tests.Snapshots;

[Trait("row", "B6")]
public class RefusedValueTests
{
    public sealed class Report
    {
        public List<object?> Parts { get; } = [];

        public event EventHandler? Changed;

        public void Change() => Changed?.Invoke(this, EventArgs.Empty);
    }

    public sealed class Awaitable
    {
        public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
    }

    public static TheoryData<object, string, string> Refused => new()
    {
        { new FakeConnection(), "FakeConnection", "a FakeConnection, a connection" },
        { new Action(() => { }), "Action", "an Action, a delegate" },
        { new HttpClient(), "HttpClient", "a HttpClient, disposable: it stands for something outside the program's values" },
        { Thread.CurrentThread, "Thread", "a Thread, a thread" },
        { new ReaderWriterLock(), "ReaderWriterLock", "a ReaderWriterLock, a lock" },
        { new StringReader(""), "StringReader", "a StringReader, a reader of a stream" },
    };

    public static TheoryData<object> Awaitables => new(
        Task.FromResult(1), new ValueTask<int>(1), new Lazy<Task<int>>(() => Task.FromResult(1)), new Awaitable(), new List<object> { Task.CompletedTask });

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_copied_is_refused(object value, string type, string what)
    {
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(value));
        Assert.Equal(Text("result", what, type), error.Message);
        Assert.Equal(("Load", "result"), (error.Function, error.MemberPath));
    }

    [Fact]
    public void The_path_of_members_leads_to_what_was_refused()
    {
        var report = new Report();
        report.Parts.Add(1);
        report.Parts.Add(new { Inner = new Dictionary<string, object> { ["client"] = new HttpClient() } });
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(report));
        Assert.Equal(
            Text("result.Parts[1].Inner[\"client\"]", "a HttpClient, disposable: it stands for something outside the program's values", "HttpClient"),
            error.Message);
    }

    [Fact]
    public void An_event_is_refused_only_while_someone_listens()
    {
        var report = new Report();
        Assert.NotSame(report, Graph.Freeze(report).HandOut());
        report.Changed += (_, _) => { };
        report.Change();
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(report));
        Assert.Equal(Text("result.Changed", "an EventHandler, a delegate", "EventHandler"), error.Message);
    }

    [Fact]
    public void A_lazy_sequence_is_to_be_made_a_list()
    {
        var error = Assert.Throws<UncopyableValueException>(() => Graph.Freeze(Enumerable.Range(0, 3)));
        Assert.Equal(
            "RFN0123: What 'Load' returned cannot be copied for each caller: 'result' is an IEnumerable<int>, a lazy sequence, whose items are not "
            + "there before they are asked for. Return its items instead, with '.ToList()'.", error.Message);
    }

    [Fact]
    public void Files_that_are_still_to_be_listed_are_a_lazy_sequence() =>
        Assert.Equal("RFN0123", Assert.Throws<UncopyableValueException>(() => Graph.Freeze(Directory.EnumerateFiles("."))).Id);

    [Theory]
    [MemberData(nameof(Awaitables))]
    [Trait("case", "70b")]
    public void Something_to_await_is_never_a_value(object value)
    {
        for (var time = 0; time < 2; time++)
            Assert.Throws<UncopyableValueException>(() => Graph.Freeze(value));
    }

    private static string Text(string path, string what, string type) =>
        $"RFN0121: What 'Load' returned cannot be copied for each caller: '{path}' is {what}. Use [CacheResource] to give every caller the same "
        + $"object, or say how to copy it: CacheCopies.Register<{type}>(x => ...).";
}
