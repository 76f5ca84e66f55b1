using Refrain.Caching.Stores;

namespace Refrain.Caching.Tests.Stores;

/// <summary>Where a hit finds its entry.</summary>
public sealed class EntryTableTests
{
    [Fact]
    public void It_holds_what_a_dictionary_holds()
    {
        var random = new Random(5);
        var table = new EntryTable<int, string>();
        var model = new Dictionary<int, Entry<int, string>>();
        for (var step = 0; step < 20_000; step++)
        {
            // Grows for a while, then shrinks, again and again.
            var key = random.Next(500) * 1024;
            if (random.Next(1000) < (step / 2000 % 2 == 0 ? 700 : 300))
            {
                if (!model.ContainsKey(key))
                    table.Add(model[key] = Entry(key));
            }
            else
            {
                Assert.Equal(model.Remove(key, out var expected), table.TryRemove(key, out var removed));
                Assert.Same(expected, removed);
            }

            if (step % 3000 == 0)
                table.Trim();
            var asked = random.Next(500) * 1024;
            Assert.Equal(model.GetValueOrDefault(asked), table.TryGet(asked, out var found) ? found : null);
            Assert.Equal(model.Count, table.Count);
        }

        Assert.Equal(model.Values.OrderBy(entry => entry.Key), table.Entries.OrderBy(entry => entry.Key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 8)]
    [InlineData(1 << 24)]
    public void Keys_at_equal_distances_do_not_meet_in_few_buckets(int distance)
    {
        var table = new EntryTable<Counted, string>();
        var keys = Enumerable.Range(0, 256).Select(number => new Counted(number * distance)).ToArray();
        foreach (var key in keys)
            table.Add(new(key, "", null, EntryFacts.None));
        Counted.Comparisons = 0;
        foreach (var key in keys)
            Assert.True(table.TryGet(key, out _));

        // Only keys with equal hashes are compared: as many comparisons as keys.
        Assert.Equal(keys.Length, Counted.Comparisons);
        Assert.InRange(table.LongestChain, 1, 16);
    }

    [Fact]
    public async Task What_stays_is_found_at_every_moment_while_others_come_and_go()
    {
        var table = new EntryTable<int, string>();
        for (var key = 0; key < 100; key++)
            table.Add(Entry(key));
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var reads = 0L;
            while (!end.IsCancellationRequested || reads == 0)
            {
                for (var key = 0; key < 100; key++, reads++)
                {
                    Assert.True(table.TryGet(key, out var entry));
                    Assert.Equal(key, entry.Key);
                }

                Assert.Equal(100, table.Entries.Count(entry => entry.Key < 100));
            }
        })).ToArray();

        for (var round = 0; round < 100; round++)
        {
            for (var key = 100; key < 1100; key++)
                table.Add(Entry(key));
            for (var key = 100; key < 1100; key++)
                Assert.True(table.TryRemove(key, out _));
            table.Trim();
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    private static Entry<int, string> Entry(int key) => new(key, "", null, EntryFacts.None);

    private readonly record struct Counted(int Number)
    {
        internal static int Comparisons { get; set; }

        public bool Equals(Counted other)
        {
            Comparisons++;
            return Number == other.Number;
        }

        public override int GetHashCode() => Number;
    }
}
