using Refrain.Server.Http;

namespace Refrain.Server.Tests.Http;

public sealed class ExportsTests
{
    private readonly Exports _exports = new();

    [Fact]
    public void Who_watches_and_who_writes_meet_by_name()
    {
        var watched = _exports.Open("s", "a");

        Assert.Same(watched, _exports.Begin("s", "a"));
        Assert.NotSame(watched, _exports.Begin("s", "b"));
        Assert.NotSame(watched, _exports.Begin("t", "a"));
    }

    [Fact]
    public void A_name_that_is_used_again_begins_anew()
    {
        var first = _exports.Begin("s", "a");
        first.Tell(new(3, 3, ExportEnd.Done));
        _exports.Keep("s", "a", first);

        Assert.Same(first, _exports.Open("s", "a"));
        Assert.NotSame(first, _exports.Begin("s", "a"));
    }

    [Fact]
    public void Only_the_newest_that_ended_are_kept_and_none_that_never_began()
    {
        for (var file = 0; file < Exports.Kept + 20; file++)
            _exports.Keep("s", $"{file}", new());
        _exports.Open("s", "never");

        _exports.Leave("s", "never");

        Assert.Equal(Exports.Kept, _exports.Count);
    }

    [Fact]
    public void Only_one_that_is_there_is_stopped()
    {
        var export = _exports.Begin("s", "a");

        _exports.Stop("s", "b");
        _exports.Stop("t", "a");
        Assert.False(export.Stopped.IsCancellationRequested);
        Assert.Equal(1, _exports.Count);
        _exports.Stop("s", "a");
        Assert.True(export.Stopped.IsCancellationRequested);
    }
}
