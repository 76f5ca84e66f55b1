using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>A disk that is full or may not be written: storing says so, nothing is left of it, and reading goes on.</summary>
[Trait("row", "B7")]
public sealed class DiskFailureTests : IDisposable
{
    private static readonly Dictionary<string, Func<Exception>> Errors = new()
    {
        ["full"] = () => new IOException("No space left on device", 28),
        ["denied"] = () => new UnauthorizedAccessException("Permission denied"),
        ["read-only"] = () => new IOException("Read-only file system", 30),
    };

    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    public static TheoryData<Step, int, string> Failures()
    {
        var data = new TheoryData<Step, int, string>();
        foreach (var error in Errors.Keys)
        {
            foreach (var (step, times) in new[]
            {
                (Step.CreateFolder, 2), (Step.Create, 1), (Step.WriteFile, 5), (Step.Flush, 1), (Step.SetTime, 1), (Step.Lock, 1), (Step.OpenToRead, 2), (Step.Rename, 1),
            })
            {
                for (var which = 1; which <= times; which++)
                    data.Add(step, which, error);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Failures))]
    [Trait("case", "97")]
    public void A_store_that_fails_says_so_leaves_nothing_and_reads_go_on(Step at, int which, string error)
    {
        _world.Open().Write(1, _world.Content("before"));
        var left = 0;
        var function = _world.Open(files: new StepFiles((step, _) =>
        {
            if (step == at && left > 0 && --left == 0)
                throw Errors[error]();
        }));
        foreach (var key in new[] { 1, 2 })
        {
            var ticket = function.Begin(DiskWorld.Key(key));
            left = which;
            var content = _world.Content("new", null, new byte[100_000], new byte[5]);
            var exception = Assert.Throws<StorageException>(() => function.Write(ticket, content));
            Assert.Equal(0, left);
            Assert.Equal(
                $"A value of 'Load' could not be stored in '{Directory.GetDirectories(_world.Root).Single()}': {Errors[error]().Message}", exception.Message);
            Assert.IsType(Errors[error]().GetType(), exception.InnerException);
        }

        Assert.Equal("before", function.Read(1));
        Assert.Null(function.Read(2));
        Assert.Single(_world.Files);
        Assert.True(function.Write(1, _world.Content("after")));
        Assert.Equal("after", function.Read(1));
    }

    [Fact]
    public void A_computation_that_could_not_see_which_clears_had_come_is_not_stored()
    {
        var fails = true;
        var function = _world.Open(files: new StepFiles((step, _) =>
        {
            if (fails && step == Step.OpenToRead)
                throw Errors["denied"]();
        }));
        var ticket = function.Begin(DiskWorld.Key(1));
        fails = false;
        var exception = Assert.Throws<StorageException>(() => function.Write(ticket, _world.Content("a")));
        Assert.EndsWith(": which clears had come could not be read when the value was computed.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Files);
    }

    [Theory]
    [InlineData(Step.CreateFolder)]
    [InlineData(Step.Lock)]
    [InlineData(Step.OpenToChange)]
    [InlineData(Step.Delete)]
    public void A_clear_that_fails_says_so(Step at)
    {
        _world.Open().Write(1, _world.Content("a"));
        var fails = false;
        var storage = _world.OpenStorage(new StepFiles((step, _) =>
        {
            if (fails && step == at)
                throw Errors["read-only"]();
        }));
        var function = storage.Open("Load", "code 1", DiskWorld.NoLimits);
        fails = true;
        var expected = $"Stored values of 'Load' could not be removed from '{Directory.GetDirectories(_world.Root).Single()}': Read-only file system";
        Assert.Equal(expected, Assert.Throws<StorageException>(() => function.Remove(DiskWorld.Key(1))).Message);
        Assert.Equal(expected, Assert.Throws<StorageException>(() => function.RemoveAll()).Message);
        if (at != Step.CreateFolder)
            Assert.Equal($"Stored values could not be removed from '{_world.Root}': Read-only file system", Assert.Throws<StorageException>(() => storage.RemoveAll()).Message);
    }

    [Fact]
    public void A_clear_that_cannot_be_noted_still_removes()
    {
        _world.Open().Write(1, _world.Content("a"));
        var function = _world.Open(files: new StepFiles((step, _) =>
        {
            if (step == Step.OpenToChange)
                throw Errors["full"]();
        }));
        Assert.Throws<StorageException>(() => function.Remove(DiskWorld.Key(1)));
        Assert.Null(function.Read(1));
    }

    [Fact]
    public void A_file_that_may_not_be_touched_is_read_all_the_same()
    {
        _world.Open().Write(1, _world.Content("a"));
        _world.Time.Advance(TimeSpan.FromHours(1));
        var function = _world.Open(files: new StepFiles((step, _) =>
        {
            if (step == Step.SetTime)
                throw Errors["read-only"]();
        }));
        Assert.Equal("a", function.Read(1));
        Assert.Empty(_world.Log.Lines);
    }

    [Fact]
    public void A_lock_that_another_process_keeps_ends_in_an_error_and_not_in_waiting_for_ever()
    {
        var paused = TimeSpan.Zero;
        var function = _world.Open(files: new HeldFiles(time => paused += time));
        Assert.EndsWith("lock'.", Assert.Throws<StorageException>(() => function.Write(1, _world.Content("a"))).Message, StringComparison.Ordinal);
        Assert.InRange(paused, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void A_lock_is_the_holders_alone_across_stores_and_free_after()
    {
        _world.OpenStorage();
        var files = FileSystem.Real;
        var path = Path.Combine(_world.Root, "lock");
        var held = files.TryLock(path);
        Assert.NotNull(held);
        Assert.Null(files.TryLock(path));
        held.Dispose();
        using var again = files.TryLock(path);
        Assert.NotNull(again);
    }

    /// <summary>Files whose locks are always held by another.</summary>
    private sealed class HeldFiles(Action<TimeSpan> pause) : FileSystem
    {
        internal override IDisposable? TryLock(string path) => null;

        internal override void Pause(TimeSpan time) => pause(time);
    }
}
