using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores.Disk;

[Trait("row", "B7")]
public sealed class DiskLimitTests : IDisposable
{
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void The_least_recently_stored_goes_when_there_are_too_many()
    {
        var function = _world.Open(new(3, null));
        Store(function, 1, 2, 3, 4, 5);
        Assert.Equal([3, 4, 5], Found(function));
        Assert.Equal(3, _world.Files.Length);
    }

    [Fact]
    [Trait("case", "37")]
    public void The_least_recently_read_goes_first_to_the_minute()
    {
        var function = _world.Open(new(3, null));
        Store(function, 1, 2, 3);
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        function.Read(1);
        Store(function, 4);
        Assert.Equal([1, 3, 4], Found(function));
    }

    [Fact]
    public void A_file_is_touched_at_most_once_a_minute()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a"));
        var file = Assert.Single(_world.Files);
        var stored = _world.Time.GetUtcNow().UtcDateTime;
        Assert.Equal(stored, File.GetLastWriteTimeUtc(file));
        _world.Time.Advance(TimeSpan.FromSeconds(59));
        function.Read(1);
        Assert.Equal(stored, File.GetLastWriteTimeUtc(file));
        _world.Time.Advance(TimeSpan.FromSeconds(1));
        function.Read(1);
        Assert.Equal(stored.AddMinutes(1), File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    [Trait("case", "39")]
    public void Replacing_an_entry_evicts_none_and_makes_it_the_most_recent()
    {
        var function = _world.Open(new(2, null));
        Store(function, 1, 2, 1, 3);
        Assert.Equal([1, 3], Found(function));
    }

    [Fact]
    [Trait("case", "32")]
    public void Expired_entries_go_before_valid_ones()
    {
        _world.Open().Write(1, _world.Content("a"));
        var function = _world.Open(new(2, null));
        function.Write(2, _world.Content("b", TimeSpan.FromSeconds(10)));
        _world.Time.Advance(TimeSpan.FromSeconds(10));
        Store(function, 3);
        Assert.Equal([1, 3], Found(function));
    }

    [Fact]
    public void Expired_entries_of_an_earlier_process_go_before_valid_ones()
    {
        var before = _world.Open();
        before.Write(1, _world.Content("a"));
        before.Write(2, _world.Content("b", TimeSpan.FromSeconds(10)));
        _world.Time.Advance(TimeSpan.FromSeconds(10));
        var function = _world.Open(new(2, null));
        Store(function, 3);
        Assert.Equal([1, 3], Found(function));
    }

    [Fact]
    public void The_bytes_of_all_files_stay_within_the_limit()
    {
        var function = _world.Open(new(null, 10_000));
        for (var key = 1; key < 20; key++)
        {
            function.Write(key, _world.Content("a", null, new byte[key * 100]));
            Assert.InRange(_world.Files.Sum(file => new FileInfo(file).Length), 0, 10_000);
        }

        Assert.Equal([16, 17, 18, 19], Found(function));
    }

    [Fact]
    public void What_alone_is_larger_than_the_limit_is_not_kept_and_nothing_goes_for_it()
    {
        var function = _world.Open(new(null, 10_000));
        Store(function, 1);
        Assert.False(function.Write(2, _world.Content("a", null, new byte[10_000])));
        Assert.False(function.Write(3, _world.Content(new string('x', 10_000))));
        Assert.Equal([1], Found(function));
        Assert.Single(_world.Files);
    }

    [Fact]
    public void Entries_of_an_earlier_process_count_and_keep_their_order()
    {
        var before = _world.Open();
        foreach (var key in new[] { 3, 1, 2 })
        {
            Store(before, key);
            _world.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var function = _world.Open(new(3, null));
        Store(function, 4);
        Assert.Equal([1, 2, 4], Found(function));
    }

    [Fact]
    public void What_another_process_stores_counts_after_a_minute_and_what_it_reads_at_once()
    {
        var function = _world.Open(new(2, null));
        var other = _world.Open();
        Store(function, 1, 2);
        Store(other, 3);
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(other.Read(1));
        Store(function, 4);
        Assert.Equal([1, 4], Found(function));

        _world.Time.Advance(TimeSpan.FromSeconds(59));
        other.Write(1, _world.Content("again"));
        Store(function, 5);
        Assert.Equal([1, 5], Found(function));
    }

    [Fact]
    public void Other_functions_and_versions_have_limits_of_their_own()
    {
        var storage = _world.OpenStorage();
        var functions = new[] { ("Load", "code 1"), ("Load", "code 2"), ("Other", "code 1") }.Select(of => storage.Open(of.Item1, of.Item2, new(1, null))).ToArray();
        foreach (var function in functions)
            Store(function, 1, 2);
        Assert.All(functions, function => Assert.Equal([2], Found(function)));
    }

    [Fact]
    public void After_a_clear_there_is_room_again()
    {
        var storage = _world.OpenStorage();
        var function = storage.Open("Load", "code 1", new(2, null));
        Store(function, 1, 2);
        function.Remove(DiskWorld.Key(1));
        Store(function, 3);
        Assert.Equal([2, 3], Found(function));
        function.RemoveAll();
        Store(function, 4, 5);
        Assert.Equal([4, 5], Found(function));
        storage.RemoveAll();
        Store(function, 6, 7);
        Assert.Equal([6, 7], Found(function));
    }

    [Fact]
    public void A_file_that_cannot_be_deleted_is_left_with_a_warning_and_goes_with_the_next_store()
    {
        var fails = true;
        var function = _world.Open(new(1, null), files: new StepFiles((step, path) =>
        {
            if (fails && step == Step.Delete && path.EndsWith(".entry", StringComparison.Ordinal))
                throw new IOException("busy");
        }));
        Store(function, 1, 2);
        Assert.Equal(["Stored values of 'Load' could not be removed to keep its limits; it will be tried again with the next one."], _world.Log.Lines);
        fails = false;
        Store(function, 3);
        Assert.Equal([3], Found(function));
    }

    private void Store(IFunctionStorage function, params int[] keys)
    {
        foreach (var key in keys)
            Assert.True(function.Write(key, _world.Content("a", null, new byte[100])));
    }

    private static int[] Found(IFunctionStorage function) => [.. Enumerable.Range(0, 20).Where(key => function.Read(key) is not null)];
}
