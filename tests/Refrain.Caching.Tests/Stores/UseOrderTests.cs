using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores;

/// <summary>The least recently used goes first, exactly so, whichever threads the uses happened on.</summary>
[Trait("row", "D2")]
public sealed class UseOrderTests
{
    [Fact]
    public void A_store_drops_what_a_list_by_recency_drops()
    {
        for (var seed = 0; seed < 30; seed++)
            Compare(new Random(seed));
    }

    [Fact, Trait("case", "39")]
    public void Overwriting_a_key_drops_nothing_and_makes_it_the_newest()
    {
        var store = new Store(maxEntries: 2);
        store.Set(1);
        store.Set(2);
        store.Set(1);
        Assert.Equal([1, 2], store.Keys);
        store.Set(3);
        Assert.Equal([1, 3], store.Keys);
    }

    [Fact]
    public void Every_hit_is_counted_and_the_first_of_each_thread_for_its_entry()
    {
        var store = new Store(maxEntries: null);
        store.Set(1);
        store.Set(2);
        for (var i = 0; i < Uses.NotedSingly; i++)
            store.Use(1 + i % 2);
        Assert.Equal((64, 32), (store.Uses.Hits, store.HitsOf(1)));
    }

    [Fact]
    public void Later_hits_are_counted_and_their_entries_estimated()
    {
        const int rounds = 100_000;
        var store = new Store(maxEntries: null);
        for (var key = 0; key < 4; key++)
            store.Set(key);
        for (var round = 0; round < rounds; round++)
            store.Use(round % 8 < 5 ? 0 : round % 8 - 4);
        Assert.Equal(rounds, store.Uses.Hits);
        Assert.InRange(store.HitsOfEntries, rounds - Uses.LongestInterval, rounds);
        Assert.InRange(store.HitsOf(0), rounds * 5 / 8 - 15_000, rounds * 5 / 8 + 15_000); // ten standard deviations
    }

    [Fact]
    public void Where_the_order_of_uses_matters_each_is_noted()
    {
        var store = new Store(maxEntries: 20);
        for (var key = 0; key < 20; key++)
            store.Set(key);
        for (var offset = 0; offset < 20; offset++)
        {
            var thread = new Thread(() =>
            {
                for (var round = 0; round < 100; round++)
                    store.Use((round + offset) % 20);
            });
            thread.Start();
            thread.Join();
        }

        Assert.Equal((2000, 2000, 100), (store.Uses.Hits, store.HitsOfEntries, store.HitsOf(7)));
    }

    private static void Compare(Random random)
    {
        const int capacity = 5;
        var store = new Store(capacity);
        var byRecency = new List<int>();
        using var other = new OtherThread();
        for (var step = 0; step < 300; step++)
        {
            var key = random.Next(12);
            var isUse = random.Next(3) > 0 && byRecency.Contains(key);
            Action act = isUse ? () => store.Use(key) : () => store.Set(key);
            if (random.Next(2) == 0)
                act();
            else
                other.Do(act);
            byRecency.Remove(key);
            byRecency.Add(key);
            if (byRecency.Count > capacity)
                byRecency.RemoveAt(0);
            Assert.Equal(byRecency.Order(), store.Keys);
        }
    }

    private sealed class Store
    {
        private readonly EntryStore<int, string> _store;
        private readonly HashSet<Place> _places = [];

        internal Store(int? maxEntries) =>
            _store = new(maxEntries, null, ordersByAge: false, Uses, new Budget(null), static (_, _) => { });

        internal Uses Uses { get; } = new();

        internal IEnumerable<int> Keys => _store.Entries.Select(entry => entry.Key).Order();

        internal long HitsOfEntries => _places.Sum(Uses.HitsOf);

        internal long HitsOf(int key)
        {
            Assert.True(_store.TryGet(key, out var entry));
            return Uses.HitsOf(entry.Place);
        }

        internal void Set(int key)
        {
            var entry = new Entry<int, string>(key, "value", null, EntryFacts.None);
            _places.Add(entry.Place);
            _store.Set(entry, now: 0);
        }

        internal void Use(int key)
        {
            Assert.True(_store.TryGet(key, out var entry));
            _store.Use(entry);
        }
    }

    /// <summary>A thread that does one thing after another while the test waits.</summary>
    private sealed class OtherThread : IDisposable
    {
        private readonly System.Collections.Concurrent.BlockingCollection<Action> _work = [];
        private readonly Thread _thread;

        internal OtherThread()
        {
            _thread = new(() =>
            {
                foreach (var work in _work.GetConsumingEnumerable())
                    work();
            });
            _thread.Start();
        }

        internal void Do(Action action)
        {
            using var done = new ManualResetEventSlim();
            _work.Add(() =>
            {
                action();
                done.Set();
            });
            done.Wait();
        }

        public void Dispose()
        {
            _work.CompleteAdding();
            _thread.Join();
            _work.Dispose();
        }
    }
}
