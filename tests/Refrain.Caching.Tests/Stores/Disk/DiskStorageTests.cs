using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores.Disk;

[Trait("row", "B7")]
public sealed class DiskStorageTests : IDisposable
{
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    [Trait("case", "97")]
    public void What_is_missing_is_not_found()
    {
        Assert.Null(_world.Open().Read(1));
        Assert.Empty(_world.Log.Lines);
    }

    [Fact]
    [Trait("case", "97")]
    public void What_was_stored_is_read_back_in_another_process_byte_for_byte()
    {
        var small = StorageReading.Noise(1, 100);
        var large = StorageReading.Noise(2, 3_000_000);
        Assert.True(_world.Open().Write(1, _world.Content("envelope", null, small, [], large)));

        var entry = _world.Open().TryRead(DiskWorld.Key(1))!;

        Assert.Equal("envelope", entry.Text());
        Assert.Equal([small, [], large], Enumerable.Range(0, entry.Segments.Count).Select(entry.Segment));
        Assert.Equal((_world.Time.GetUtcNow(), null, "1"), (entry.Stored, entry.Expires, entry.Arguments));
        Assert.Equal(new FileInfo(Assert.Single(_world.Files)).Length, entry.Bytes);
    }

    [Fact]
    [Trait("case", "97")]
    public void A_second_store_of_a_key_replaces_the_first()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("old and long"));
        function.Write(1, _world.Content("new"));
        Assert.Equal("new", function.Read(1));
        Assert.Single(_world.Files);
    }

    [Fact]
    [Trait("case", "97")]
    public void What_was_removed_is_gone()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a"));
        function.Write(2, _world.Content("b"));

        Assert.True(function.Remove(DiskWorld.Key(1)));

        Assert.False(function.Remove(DiskWorld.Key(1)));
        Assert.Null(function.Read(1));
        Assert.Equal("b", function.Read(2));
    }

    [Fact]
    [Trait("case", "97")]
    public void After_a_clear_of_the_function_all_its_entries_are_gone_and_no_others()
    {
        var storage = _world.OpenStorage();
        var (load, other) = (storage.Open("Load", "code", DiskWorld.NoLimits), storage.Open("Other", "code", DiskWorld.NoLimits));
        load.Write(1, _world.Content("a"));
        load.Write(2, _world.Content("b"));
        other.Write(1, _world.Content("c"));

        Assert.Equal(2, load.RemoveAll());

        Assert.Null(load.Read(1));
        Assert.Null(load.Read(2));
        Assert.Equal("c", other.Read(1));
    }

    [Fact]
    [Trait("case", "97")]
    public void After_a_clear_of_everything_all_entries_of_all_functions_and_versions_are_gone()
    {
        var storage = _world.OpenStorage();
        storage.Open("Load", "code 1", DiskWorld.NoLimits).Write(1, _world.Content("a"));
        storage.Open("Load", "code 2", DiskWorld.NoLimits).Write(1, _world.Content("b"));
        storage.Open("Other", "code", DiskWorld.NoLimits).Write(1, _world.Content("c"));

        Assert.Equal(3, _world.OpenStorage().RemoveAll());

        Assert.Empty(_world.Files);
        Assert.Equal(0, storage.RemoveAll());
    }

    [Fact]
    public void A_clear_reaches_the_entries_of_other_versions()
    {
        var (first, second) = (_world.Open(fingerprint: "code 1"), _world.Open(fingerprint: "code 2"));
        first.Write(1, _world.Content("a"));
        second.Write(1, _world.Content("b"));
        Assert.True(second.Remove(DiskWorld.Key(1)));
        Assert.Null(first.Read(1));

        first.Write(1, _world.Content("a"));
        Assert.Equal(1, second.RemoveAll());
        Assert.Null(first.Read(1));
    }

    [Fact]
    [Trait("case", "97")]
    [Trait("case", "98")]
    public void A_closed_store_finds_stores_and_removes_nothing_without_an_error()
    {
        var storage = _world.OpenStorage();
        var function = storage.Open("Load", "code 1", DiskWorld.NoLimits);
        function.Write(1, _world.Content("a"));

        storage.Dispose();
        storage.Dispose();

        Assert.Null(function.Read(1));
        Assert.False(function.Write(1, _world.Content("b")));
        Assert.False(function.Remove(DiskWorld.Key(1)));
        Assert.Equal(0, function.RemoveAll());
        Assert.Equal(0, storage.RemoveAll());
        Assert.Equal("a", _world.Open().Read(1));
    }

    [Fact]
    [Trait("case", "98")]
    public void What_was_deleted_is_gone_for_the_next_process_too()
    {
        _world.Open().Write(1, _world.Content("a"));
        _world.Open().Remove(DiskWorld.Key(1));
        Assert.Null(_world.Open().Read(1));
    }

    [Fact]
    public void Entries_of_another_function_or_version_are_not_seen_and_stay()
    {
        var storage = _world.OpenStorage();
        storage.Open("Load", "code 1", DiskWorld.NoLimits).Write(1, _world.Content("a"));
        Assert.Null(storage.Open("Load", "code 2", DiskWorld.NoLimits).Read(1));
        Assert.Null(storage.Open("Other", "code 1", DiskWorld.NoLimits).Read(1));
        Assert.Equal("a", storage.Open("Load", "code 1", DiskWorld.NoLimits).Read(1));
        Assert.Empty(_world.Log.Lines);
    }

    [Fact]
    [Trait("case", "96")]
    public void An_entry_is_a_miss_from_the_moment_it_expires()
    {
        var function = _world.Open();
        function.Write(1, _world.Content("a", TimeSpan.FromSeconds(10)));
        _world.Time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal("a", function.Read(1));
        _world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(function.Read(1));
        Assert.Empty(_world.Log.Lines);
    }

    [Fact]
    public void An_exception_while_the_envelope_is_written_comes_through_and_leaves_nothing()
    {
        var function = _world.Open();
        var content = _world.Content("a") with { WriteEnvelope = _ => throw new InvalidOperationException("no form") };
        Assert.Equal("no form", Assert.Throws<InvalidOperationException>(() => function.Write(1, content)).Message);
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void A_segment_that_is_not_as_long_as_it_says_is_refused()
    {
        var content = _world.Content("a") with { WriteEnvelope = _ => [new(5, [new byte[4]])] };
        Assert.StartsWith("A segment said to be of 5 bytes has 4.", Assert.Throws<ArgumentException>(() => _world.Open().Write(1, content)).Message, StringComparison.Ordinal);
        Assert.Empty(_world.Files);
    }

    [Fact]
    public void Two_stores_of_one_key_at_once_leave_one_of_them()
    {
        var functions = Enumerable.Range(0, 4).Select(_ => _world.Open()).ToArray();
        Parallel.ForEach(functions, function =>
        {
            for (var round = 0; round < 10; round++)
            {
                Assert.True(function.Write(1, _world.Content("same")));
                Assert.Equal("same", function.Read(1));
            }
        });
        Assert.Single(_world.Files);
        Assert.Empty(_world.Log.Lines);
    }
}
