using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Stores;
using Refrain.Testing;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Entries that outlive the process.</summary>
[Trait("row", "B7")]
public sealed class PersistTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("refrain-persist-").FullName;
    private readonly ManualClocks _clocks = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact, Trait("case", "89")]
    public void Without_it_the_disk_is_not_touched_and_with_it_there_is_one_file_for_the_entry()
    {
        using var world = NewWorld();
        InMemory();
        Assert.Empty(Files());
        Stored(1, new Runs());
        Assert.Single(Files());
        Stored(2, new Runs());
        Assert.Equal(2, Files().Length);

        [CacheData]
        static int InMemory() => 1;
    }

    [Fact, Trait("case", "90"), Trait("case", "98")]
    public void A_cold_call_takes_the_value_from_the_disk_and_a_warm_one_from_memory()
    {
        var runs = new Runs();
        using (NewWorld())
            Assert.Equal(["1", "2"], Stored(1, runs));
        using var world = NewWorld();
        var first = Stored(1, runs);
        Assert.Equal(["1", "2"], first);
        Assert.Equal(1, runs.Count);
        first.Add("mine");
        Directory.Delete(_folder, recursive: true);
        Directory.CreateDirectory(_folder);
        Assert.Equal(["1", "2"], Stored(1, runs));
        Assert.Equal((1, 1L, 1L), (runs.Count, world.Report("Stored").StorageHits, world.Report("Stored").Hits));
        Assert.Equal(0L, world.Report("Stored").Executions);
    }

    [Fact, Trait("case", "98")]
    public void Memory_lies_before_the_store()
    {
        var storage = new CountedStorage();
        using (NewWorld(new CacheHostSettings { Storage = storage }))
        {
            var runs = new Runs();
            Stored(1, runs);
            Assert.Equal((1, 1), (storage.Reads, storage.Writes));
            Stored(1, runs);
            Assert.Equal((1, 1), (storage.Reads, storage.Writes));
            Assert.Equal(1, Cache.Clear(Stored, 1));
            Assert.Equal(1, storage.Removals);
            Stored(1, runs);
            Assert.Equal((2, 2, 2), (storage.Reads, storage.Writes, runs.Count));
            Assert.False(storage.IsClosed);
        }

        Assert.True(storage.IsClosed);
    }

    [Fact, Trait("case", "27")]
    public void With_an_entry_its_file_goes_and_with_all_the_functions_place_among_the_limits()
    {
        using var world = NewWorld();
        Few(1);
        Few(2);
        Assert.Equal(1, Cache.Clear(Few, 1));
        Assert.Single(Files());
        Few(3);
        Assert.Equal(2, Files().Length);
        Assert.Equal(2, Cache.Clear(Few));
        Assert.Empty(Files());
        Few(4);
        Few(5);
        Assert.Equal(2, Files().Length);

        [CacheData(Persist = Persist.Disk, MaxEntries = 2)]
        static int Few(int x) => x;
    }

    [Fact]
    public void A_value_stored_in_the_future_is_a_miss()
    {
        var runs = new Runs();
        _clocks.Advance(TimeSpan.FromHours(1));
        using (NewWorld())
            Stored(1, runs);
        _clocks.Advance(TimeSpan.FromHours(-1));
        using (NewWorld())
            Stored(1, runs);
        Assert.Equal(2, runs.Count);
    }

    [Fact, Trait("case", "90")]
    public async Task An_asynchronous_function_does_the_same()
    {
        var runs = new Runs();
        using (NewWorld())
            Assert.Equal(3, await Count("abc", runs));
        using (NewWorld())
            Assert.Equal(3, await Count("abc", runs));
        Assert.Equal(1, runs.Count);

        [CacheData(Persist = Persist.Disk)]
        static async Task<int> Count(string text, Runs _runs)
        {
            await Task.Yield();
            _runs.Next();
            return text.Length;
        }
    }

    [Fact, Trait("case", "96")]
    public void Its_time_runs_on_while_no_process_does()
    {
        var runs = new Runs();
        using (NewWorld())
            Brief(runs);
        _clocks.Advance(TimeSpan.FromMinutes(4));
        using (var world = NewWorld())
        {
            Brief(runs);
            Assert.Equal(1, runs.Count);
            Assert.Equal(TimeSpan.FromMinutes(1), world.Report("Brief").Details.Single().TimeLeft);
            world.Time.Advance(TimeSpan.FromMinutes(1));
            _clocks.Advance(TimeSpan.FromMinutes(1));
            Brief(runs);
            Assert.Equal(2, runs.Count);
        }

        _clocks.Advance(TimeSpan.FromMinutes(5));
        using (NewWorld())
            Brief(runs);
        Assert.Equal(3, runs.Count);

        [CacheData(Persist = Persist.Disk, Ttl = "5m")]
        static int Brief(Runs _runs) => _runs.Next();
    }

    [Fact]
    public void A_clear_reaches_what_no_call_of_this_process_has_touched()
    {
        var runs = new Runs();
        foreach (var clear in (Func<int>[])[() => Cache.Clear(Stored), () => Cache.Clear(Stored, 1), () => Cache.ClearData(), () => Cache.ClearTag("numbers")])
        {
            using (NewWorld())
                Stored(1, runs);
            using (NewWorld())
                Assert.Equal(1, clear());
            var before = runs.Count;
            using (NewWorld())
                Stored(1, runs);
            Assert.Equal(before + 1, runs.Count);
            using (NewWorld())
                Cache.ClearData();
        }
    }

    [Fact]
    public void What_leaves_memory_for_want_of_room_is_still_on_disk()
    {
        using var world = NewWorld(new CacheHostSettings { Budget = 1 });
        var runs = new Runs();
        Stored(1, runs);
        Stored(2, runs);
        Stored(1, runs);
        Assert.Equal(2, runs.Count);
        Assert.Equal(1, world.Report("Stored").StorageHits);
    }

    [Fact]
    public void A_value_the_disk_does_not_take_is_computed_and_one_warning_says_so()
    {
        using var world = NewWorld(new CacheHostSettings { Storage = new FullStorage() });
        var runs = new Runs();
        Assert.Equal(["1", "2"], Stored(1, runs));
        Assert.Equal(["2", "2"], Stored(2, runs));
        Stored(1, runs);
        Assert.Equal(2, runs.Count);
        Assert.Equal(
            ["Values of 'Stored' are not stored beside memory; calls work all the same, but nothing survives the end of the process."],
            world.Log.Lines);
    }

    [Fact]
    public void A_value_that_cannot_be_read_back_is_an_error_at_once()
    {
        using var world = NewWorld();
        var error = Assert.Throws<CacheOptionException>(() => Vague());
        Assert.Equal(("Vague", "Persist", "result.Held"), (error.Function, error.Option, error.MemberPath));
        Assert.Equal(0, world.Report("Vague").Entries);

        [CacheData(Persist = Persist.Disk)]
        static Holder Vague() => new(new Derived());
    }

    [Fact, Trait("case", "94")]
    public void A_session_has_no_place_on_disk()
    {
        using var world = NewWorld();
        using var scope = Cache.Scope();
        Assert.Equal(
            "RFN0151: The cached function 'Mine' has Persist = Persist.Disk and Scope = CacheScope.Session, but what is stored outlives every session; remove one of them.",
            Assert.Throws<CacheOptionException>(() => Mine()).Message);

        [CacheData(Persist = Persist.Disk, Scope = CacheScope.Session)]
        static int Mine() => 1;
    }

    [Fact]
    public void A_stale_value_of_the_disk_is_served_while_one_refresh_runs_behind()
    {
        var runs = new Runs();
        using (NewWorld())
            Aging(runs);
        _clocks.Advance(TimeSpan.FromMinutes(2));
        using var world = NewWorld();
        Assert.Equal(1, Aging(runs));
        Assert.True(SpinWait.SpinUntil(() => runs.Count == 2 && world.Report("Aging").Computing == 0, TimeSpan.FromSeconds(30)));
        Assert.Equal(2, Aging(runs));

        [CacheData(Persist = Persist.Disk, Ttl = "1m", StaleFor = "1h")]
        static int Aging(Runs _runs) => _runs.Next();
    }

    [CacheData(Persist = Persist.Disk, Tags = ["numbers"])]
    private static List<string> Stored(int x, Runs _runs)
    {
        _runs.Next();
        return [$"{x}", "2"];
    }

    private CacheWorld NewWorld(CacheHostSettings? settings = null) => new((settings ?? new()) with { Folder = _folder }, _clocks.Next());

    private string[] Files() => Directory.GetFiles(_folder, "*.entry", SearchOption.AllDirectories);

    private record Base;

    private sealed record Derived : Base;

    private sealed record Holder(Base Held);

    /// <summary>Clocks of processes that run one after another.</summary>
    private sealed class ManualClocks
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        internal void Advance(TimeSpan by) => _now += by;

        internal ManualTimeProvider Next() => new(_now);
    }

    /// <summary>A store that keeps nothing, and counts.</summary>
    private sealed class CountedStorage : IEntryStorage, IFunctionStorage
    {
        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public int Removals { get; private set; }

        public bool IsClosed { get; private set; }

        public IFunctionStorage Open(string function, string fingerprint, StorageLimits limits) => this;

        public StoredEntry? TryRead(KeyDigest key)
        {
            Reads++;
            return null;
        }

        public StorageTicket Begin(KeyDigest key) => new(key, "");

        public bool Write(StorageTicket ticket, EntryContent content)
        {
            Writes++;
            return true;
        }

        public bool Remove(KeyDigest key)
        {
            Removals++;
            return true;
        }

        public void Mark(IReadOnlyList<string> tags)
        {
        }

        public int RemoveAll() => 0;

        public int RemoveTagged(string tag) => 0;

        public void Dispose() => IsClosed = true;
    }

    private sealed class FullStorage : IEntryStorage, IFunctionStorage
    {
        public IFunctionStorage Open(string function, string fingerprint, StorageLimits limits) => this;

        public StoredEntry? TryRead(KeyDigest key) => null;

        public StorageTicket Begin(KeyDigest key) => new(key, "");

        public bool Write(StorageTicket ticket, EntryContent content) => throw new StorageException("No space left on device.");

        public bool Remove(KeyDigest key) => false;

        public void Mark(IReadOnlyList<string> tags)
        {
        }

        public int RemoveAll() => 0;

        public int RemoveTagged(string tag) => 0;

        public void Dispose()
        {
        }
    }
}
