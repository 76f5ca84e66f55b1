using System.Collections.Concurrent;
using Refrain.Caching.Functions;
using Refrain.Caching.Recording;
using Refrain.Testing;

namespace Refrain.Caching.Tests.Functions;

/// <summary>A clear beats every earlier computation: every order of the steps of both is driven, in memory and on disk.</summary>
[Trait("row", "D7")]
public sealed class ClearOrderTests : IDisposable
{
    private static readonly Step[] Computing = [Step.Begun, Step.Recalled, Step.Computed, Step.Frozen, Step.StoredBeside, Step.Stored];
    private static readonly Step[] Refreshing = [Step.Recalled, Step.Computed, Step.Frozen, Step.StoredBeside, Step.Stored];
    private static readonly Step[] Clearing = [Step.Clearing, Step.ClearedBeside, Step.Cleared];

    private readonly string _folder = Directory.CreateTempSubdirectory("refrain-order-").FullName;
    private int _worlds;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, Trait("case", "63"), Trait("case", "53"), Trait("case", "60")]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void In_every_order_of_a_computation_and_a_clear_the_next_call_sees_what_came_after(bool byEntry, bool isStored)
    {
        foreach (var order in Merges(Computing, Clearing))
        {
            using var play = new Play(order, NewSettings());
            Read(play, isStored);
            Clear(isStored, byEntry: false);
            play.Run(() => Read(play, isStored), () => Clear(isStored, byEntry));
            Assert.Equal(2, Read(play, isStored));
            if (isStored)
                Assert.Equal(2, play.InAnotherProcess(() => Read(play, isStored)));
        }
    }

    [Theory, Trait("case", "63"), Trait("row", "C4")]
    [InlineData(false)]
    [InlineData(true)]
    public void In_every_order_a_resource_made_before_a_clear_is_released_and_not_kept(bool byEntry)
    {
        foreach (var order in Merges(Computing, Clearing))
        {
            using var play = new Play(order, NewSettings());
            using (Cache.Hold())
                Make(play);
            Cache.Clear(Make); // so that the function is known here: one that never was called has nothing to clear
            play.Run(
                () =>
                {
                    using (Cache.Hold())
                        Assert.Equal(0, Make(play).Released);
                },
                () => _ = byEntry ? Cache.Clear(Make, 1) : Cache.Clear(Make));
            using (Cache.Hold())
                Assert.Equal((2, 0), (Make(play).Source, Make(play).Released));
            Assert.All(play.Made.Where(made => made.Source == 1), made => Assert.Equal(1, made.Released));
        }
    }

    [Theory, Trait("case", "63")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_clear_that_finds_an_entry_beside_memory_beats_the_call_that_reads_it(bool byEntry)
    {
        foreach (var order in Merges([Step.Begun, Step.Stored], Clearing))
        {
            var settings = NewSettings();
            using (var before = new Play([], settings))
                Read(before, isStored: true);
            using var play = new Play(order, settings);
            play.Run(() => Read(play, isStored: true), () => Clear(isStored: true, byEntry));
            Assert.Equal(2, Read(play, isStored: true));
            Assert.Equal(2, play.InAnotherProcess(() => Read(play, isStored: true)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_every_order_of_a_refresh_and_a_clear_the_next_call_sees_what_came_after(bool byEntry)
    {
        foreach (var order in Merges(Refreshing, Clearing))
        {
            using var play = new Play(order, NewSettings());
            ReadStale(play);
            play.Time.Advance(TimeSpan.FromMinutes(1));
            play.Run(() => ReadStale(play), () => _ = byEntry ? Cache.Clear(ReadStale, 1) : Cache.Clear(ReadStale), isBehind: true);
            Assert.Equal(2, ReadStale(play));
        }
    }

    private CacheHostSettings NewSettings() => new() { Folder = Path.Combine(_folder, $"{_worlds++}") };

    private static void Clear(bool isStored, bool byEntry)
    {
        if (isStored)
            _ = byEntry ? Cache.Clear(ReadStored, 1) : Cache.Clear(ReadStored);
        else
            _ = byEntry ? Cache.Clear(ReadInMemory, 1) : Cache.Clear(ReadInMemory);
    }

    private static int Read(Play play, bool isStored) => isStored ? ReadStored(play) : ReadInMemory(play);

    [CacheData]
    private static int ReadInMemory(Play _play, int x = 1) => _play.Source * x;

    [CacheData(Persist = Persist.Disk)]
    private static int ReadStored(Play _play, int x = 1) => _play.Source * x;

    [CacheData(Ttl = "1m", StaleFor = "1h", Persist = Persist.Disk)]
    private static int ReadStale(Play _play, int x = 1) => _play.Source * x;

    [CacheResource]
    private static Made Make(Play _play, int x = 1)
    {
        var made = new Made(_play.Source * x);
        _play.Made.Enqueue(made);
        return made;
    }

    private sealed class Made(int source) : IDisposable
    {
        internal int Source => source;

        internal int Released { get; private set; }

        public void Dispose() => Released++;
    }

    /// <summary>All ways to shuffle two rows of steps into one.</summary>
    private static IEnumerable<Step[]> Merges(Step[] left, Step[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            return [[.. left, .. right]];
        return Merges(left[1..], right).Select(rest => (Step[])[left[0], .. rest])
            .Concat(Merges(left, right[1..]).Select(rest => (Step[])[right[0], .. rest]));
    }

    /// <summary>A host whose steps happen in one order only. The source reads 1 until the clear begins, and 2 from then on.</summary>
    private sealed class Play : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly Queue<Step> _order;
        private readonly CacheHostSettings _settings;
        private readonly Ambient? _outer = Ambient.Current;
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<(Step Step, TaskCompletionSource Turn)> _waiting = [];
        private volatile int _source = 1;
        private bool _isOver;

        internal Play(Step[] order, CacheHostSettings settings)
        {
            _order = new(order);
            _settings = settings with { Clock = Time };
            Host = new CacheHost(_settings);
            Ambient.Current = new Ambient(Host, drawing: null);
        }

        internal ManualTimeProvider Time { get; } = new();

        internal int Source => _source;

        internal ConcurrentQueue<Made> Made { get; } = [];

        private CacheHost Host { get; }

        internal void Run(Action compute, Action clear, bool isBehind = false)
        {
            Host.Steps = Await;
            var computing = Task.Run(compute);
            var clearing = Task.Run(clear);
            Task.WaitAll(isBehind ? [computing, clearing, _over.Task] : [computing, clearing], TimeSpan.FromSeconds(30));
            Assert.True(computing.IsCompletedSuccessfully && clearing.IsCompletedSuccessfully, $"stuck before {string.Join(", ", _order)}");
            lock (_gate)
                _isOver = true;
        }

        internal T InAnotherProcess<T>(Func<T> call)
        {
            using var host = new CacheHost(_settings);
            var before = Ambient.Current;
            Ambient.Current = new Ambient(host, drawing: null);
            try
            {
                return call();
            }
            finally
            {
                Ambient.Current = before;
            }
        }

        public void Dispose()
        {
            Ambient.Current = _outer;
            Host.Dispose();
        }

        /// <summary>Holds a step until it is its turn.</summary>
        private void Await(Step step)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate)
            {
                if (_isOver || !_order.Contains(step))
                    return;
                _waiting.Add((step, turn));
                Proceed();
            }

            turn.Task.Wait();
        }

        private void Proceed()
        {
            while (_order.TryPeek(out var next) && _waiting.FindIndex(one => one.Step == next) is var index and >= 0)
            {
                _order.Dequeue();
                if (next == Step.Clearing)
                    _source = 2;
                _waiting[index].Turn.SetResult();
                _waiting.RemoveAt(index);
            }

            if (_order.Count == 0)
                _over.TrySetResult();
        }
    }
}
