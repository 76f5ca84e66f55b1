using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>A clear beats every computation that began before it, in this process or another, at whatever step it comes.</summary>
[Trait("row", "D7")]
public sealed class DiskClearTests : IDisposable
{
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    public enum Clear
    {
        Key,
        Function,
        Everything,
    }

    public static TheoryData<Clear, Step, bool> Interleavings()
    {
        var data = new TheoryData<Clear, Step, bool>();
        foreach (var clear in Enum.GetValues<Clear>())
        {
            foreach (var step in new[] { Step.CreateFolder, Step.Create, Step.WriteFile, Step.Flush, Step.SetTime, Step.Lock })
            {
                data.Add(clear, step, true);
                data.Add(clear, step, false);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Interleavings))]
    [Trait("case", "63")]
    public void A_clear_before_a_store_looks_for_clears_keeps_it_from_storing(Clear clear, Step at, bool inOtherProcess)
    {
        DiskStorage? storage = null;
        var gate = new Once();
        storage = _world.OpenStorage(new StepFiles((step, path) =>
        {
            if (step == at && storage is not null && path != _world.Root && gate.Pass())
                Do(clear, inOtherProcess ? _world.OpenStorage() : storage);
        }));
        var function = storage.Open("Load", "code 1", DiskWorld.NoLimits);
        Assert.False(function.Write(1, _world.Content("a")));
        Assert.Null(function.Read(1));
        Assert.Empty(_world.Files);
        Assert.True(function.Write(1, _world.Content("b")));
    }

    [Theory]
    [InlineData(Clear.Key, Step.Rename)]
    [InlineData(Clear.Function, Step.Rename)]
    [InlineData(Clear.Everything, Step.Rename)]
    [InlineData(Clear.Key, Step.Renamed)]
    [InlineData(Clear.Function, Step.Renamed)]
    [InlineData(Clear.Everything, Step.Renamed)]
    public async Task A_clear_while_a_store_is_at_its_rename_waits_and_then_removes_the_entry(Clear clear, Step at)
    {
        using var waits = new ManualResetEventSlim();
        var other = _world.OpenStorage(new StepFiles((step, _) =>
        {
            if (step == Step.Pause)
                waits.Set();
        }));
        Task? clearing = null;
        var function = _world.Open(files: new StepFiles((step, path) =>
        {
            if (step != at || !path.EndsWith(".entry", StringComparison.Ordinal))
                return;
            clearing = Task.Run(() => Do(clear, other));
            Assert.True(waits.Wait(TimeSpan.FromSeconds(30)));
        }));

        Assert.True(function.Write(1, _world.Content("a")));
        await clearing!;

        Assert.Null(function.Read(1));
        Assert.Empty(_world.Files);
    }

    [Theory]
    [InlineData(Clear.Key)]
    [InlineData(Clear.Function)]
    [InlineData(Clear.Everything)]
    [Trait("case", "60")]
    public void A_clear_while_a_value_is_computed_keeps_it_from_being_stored_but_not_the_next(Clear clear)
    {
        var function = _world.Open();
        var before = function.Begin(DiskWorld.Key(1));
        Do(clear, _world.OpenStorage());
        var after = function.Begin(DiskWorld.Key(1));
        Assert.False(function.Write(before, _world.Content("old")));
        Assert.True(function.Write(after, _world.Content("new")));
        Assert.False(function.Write(before, _world.Content("old")));
        Assert.Equal("new", function.Read(1));
    }

    [Fact]
    [Trait("case", "61")]
    public void Clears_of_another_key_or_function_do_not_disturb()
    {
        var function = _world.Open();
        var ticket = function.Begin(DiskWorld.Key(2));
        function.Remove(DiskWorld.Key(1));
        _world.OpenStorage().Open("Other", "code", DiskWorld.NoLimits).RemoveAll();
        Assert.True(function.Write(ticket, _world.Content("b")));
        Assert.Equal("b", function.Read(2));
    }

    [Fact]
    public void A_clear_reaches_what_another_version_computes()
    {
        var function = _world.Open(fingerprint: "code 1");
        var ticket = function.Begin(DiskWorld.Key(1));
        _world.Open(fingerprint: "code 2").Remove(DiskWorld.Key(1));
        Assert.False(function.Write(ticket, _world.Content("a")));
    }

    [Fact]
    public void A_clear_of_everything_reaches_a_function_that_had_no_folder_yet()
    {
        var function = _world.Open();
        var ticket = function.Begin(DiskWorld.Key(1));
        Assert.Equal(0, _world.OpenStorage().RemoveAll());
        Assert.False(function.Write(ticket, _world.Content("a")));
    }

    [Fact]
    public void A_log_of_clears_stays_short_and_whoever_began_before_it_was_cut_counts_as_cleared()
    {
        var function = _world.Open();
        var ticket = function.Begin(DiskWorld.Key(1));
        for (var clear = 0; clear < ClearLog.MaxKeys; clear++)
            function.Remove(DiskWorld.Key(2));
        var middle = function.Begin(DiskWorld.Key(1));
        function.Remove(DiskWorld.Key(2));
        var log = new FileInfo(Directory.GetFiles(_world.Root, "clears", SearchOption.AllDirectories).Single());

        Assert.Equal(8, log.Length);
        Assert.False(function.Write(ticket, _world.Content("a")));
        Assert.False(function.Write(middle, _world.Content("a")));
        Assert.True(function.Write(1, _world.Content("b")));
        function.Remove(DiskWorld.Key(1));
        Assert.Null(function.Read(1));
        Assert.Equal(8 + 32, new FileInfo(log.FullName).Length);
    }

    [Fact]
    public void A_note_that_a_dying_process_wrote_in_part_is_no_clear_and_the_next_takes_its_place()
    {
        var function = _world.Open();
        function.Remove(DiskWorld.Key(2));
        var ticket = function.Begin(DiskWorld.Key(1));
        var log = Directory.GetFiles(_world.Root, "clears", SearchOption.AllDirectories).Single();
        File.AppendAllText(log, "part");
        Assert.True(function.Write(ticket, _world.Content("a")));
        Assert.True(function.Remove(DiskWorld.Key(1)));
        Assert.False(function.Write(ticket, _world.Content("a")));
        Assert.Equal(8 + (2 * 32), new FileInfo(log).Length);
    }

    private static void Do(Clear clear, DiskStorage storage)
    {
        if (clear == Clear.Everything)
            storage.RemoveAll();
        else if (clear == Clear.Function)
            storage.Open("Load", "code 1", DiskWorld.NoLimits).RemoveAll();
        else
            storage.Open("Load", "code 1", DiskWorld.NoLimits).Remove(DiskWorld.Key(1));
    }

    private sealed class Once
    {
        private bool _passed;

        public bool Pass() => !_passed && (_passed = true);
    }
}
