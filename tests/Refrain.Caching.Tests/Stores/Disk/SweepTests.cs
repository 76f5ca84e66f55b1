using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

[Trait("row", "D1")]
public sealed class SweepTests : IDisposable
{
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    [Trait("case", "96")]
    public void Expired_files_go_while_nobody_calls()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a", TimeSpan.FromMinutes(90)));
        function.Write(2, _world.Content("b"));
        _world.Time.Advance(TimeSpan.FromMinutes(89));
        Assert.Equal(2, _world.Files.Length);
        _world.Time.Advance(TimeSpan.FromHours(2));
        Assert.Single(_world.Files);
        Assert.Equal("b", function.Read(2));
    }

    [Fact]
    public void Files_of_another_version_go_after_seven_days_unread_and_their_folder_with_them()
    {
        var old = _world.Open(fingerprint: "code 0");
        old.Write(1, _world.Content("unread"));
        old.Write(2, _world.Content("read"));
        _world.Open().Write(1, _world.Content("own"));
        _world.CloseAll();
        _world.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal("read", _world.Open(fingerprint: "code 0").Read(2));
        _world.CloseAll();
        _world.Open();
        _world.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(2));
        Assert.Equal(2, _world.Files.Length);
        _world.Time.Advance(TimeSpan.FromDays(6));
        Assert.Single(_world.Files);
        Assert.Single(Directory.GetDirectories(Directory.GetDirectories(_world.Root).Single()));
        Assert.Equal("own", _world.Open().Read(1));
    }

    [Fact]
    public void Files_of_the_version_that_runs_stay_however_old()
    {
        _world.Open().Write(1, _world.Content("a"));
        _world.Time.Advance(TimeSpan.FromDays(3));
        _world.Time.Advance(TimeSpan.FromDays(100));
        Assert.Equal("a", _world.Open().Read(1));
    }

    [Fact]
    public void Files_of_functions_that_were_not_called_go_after_thirty_days()
    {
        _world.OpenStorage().Open("Gone", "code", DiskWorld.NoLimits).Write(1, _world.Content("a"));
        _world.CloseAll();
        _world.Open();
        _world.Time.Advance(TimeSpan.FromDays(29));
        Assert.Single(_world.Files);
        _world.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void Files_of_writers_that_died_go_after_an_hour()
    {
        _world.Open().Write(1, _world.Content("a"));
        var folder = Directory.GetDirectories(_world.Root).Single();
        var (old, young) = (TemporaryFile.In(folder), TemporaryFile.In(_world.Root));
        foreach (var (file, age) in new[] { (old, 0), (young, 90) })
        {
            File.WriteAllText(file, "part");
            File.SetLastWriteTimeUtc(file, _world.Time.GetUtcNow().UtcDateTime.AddMinutes(age));
        }

        _world.Time.Advance(TimeSpan.FromMinutes(62));
        Assert.Equal([young], _world.Files.Where(file => file.EndsWith(".tmp", StringComparison.Ordinal)));
        _world.Time.Advance(TimeSpan.FromHours(3));
        Assert.Single(_world.Files);
    }

    [Fact]
    public void A_file_that_was_stored_anew_while_the_sweep_looked_stays()
    {
        IFunctionStorage? other = null;
        var isSwept = false;
        _world.Open(files: new StepFiles((step, _) =>
        {
            if (step != Step.Lock)
                return;
            isSwept = true;
            other!.Write(1, _world.Content("new"));
        }));
        other = _world.Open();
        other.Write(1, _world.Content("a", TimeSpan.FromSeconds(1)));

        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(isSwept);
        Assert.Equal("new", other.Read(1));
    }

    [Fact]
    public void A_step_looks_at_so_many_files_and_the_next_goes_on()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a", TimeSpan.FromSeconds(1)));
        var file = Assert.Single(_world.Files);
        for (var copy = 0; copy < Sweep.FilesPerStep + 10; copy++)
            File.Copy(file, Path.Combine(Path.GetDirectoryName(file)!, copy + ".entry"));
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.InRange(_world.Files.Length, 10, 12);
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void Nothing_is_swept_after_the_store_was_closed()
    {
        var storage = _world.OpenStorage();
        storage.Open("Load", "code 1", DiskWorld.NoLimits).Write(1, _world.Content("a", TimeSpan.FromSeconds(1)));
        storage.Dispose();
        _world.Time.Advance(TimeSpan.FromDays(100));
        Assert.Single(_world.Files);
    }

    [Fact]
    public void What_is_not_ours_in_the_folder_stays()
    {
        _world.Open().Write(1, _world.Content("a"));
        var folder = Directory.CreateDirectory(Path.Combine(_world.Root, "photos"));
        File.WriteAllText(Path.Combine(folder.FullName, "me.entry"), "x");
        File.WriteAllText(Path.Combine(_world.Root, "notes.txt"), "x");
        _world.Time.Advance(TimeSpan.FromDays(100));
        _world.OpenStorage().RemoveAll();
        Assert.Equal(["me.entry", "notes.txt"], _world.Files.Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_sweep_that_fails_is_tried_again()
    {
        var fails = true;
        var function = _world.Open(files: new StepFiles((step, path) =>
        {
            if (fails && step == Step.Delete && path.EndsWith(".entry", StringComparison.Ordinal))
                throw new IOException("busy");
        }));
        function.Write(1, _world.Content("a", TimeSpan.FromSeconds(1)));
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([$"Looking for old files in '{_world.Root}' failed; it will be tried again."], _world.Log.Lines);
        fails = false;
        _world.Time.Advance(TimeSpan.FromHours(2));
        Assert.Empty(_world.Files);
    }
}
