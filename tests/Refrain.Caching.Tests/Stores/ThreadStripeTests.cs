using Refrain.Caching.Stores;
using static Refrain.Caching.Tests.Callers;

namespace Refrain.Caching.Tests.Stores;

/// <summary>A hit writes nothing that the hits of other threads share, also where two threads happen to fall into one stripe.</summary>
public sealed class ThreadStripeTests
{
    private const int HitsAtATurn = 40; // of which at least one is noted
    private const int MostTurns = 100_000;

    private readonly Place<int, int> _place = new(new(1, 1, null, EntryFacts.None));
    private readonly Uses _uses = new();

    [Fact]
    public async Task Two_threads_that_meet_again_and_again_are_parted()
    {
        using var parked = new Barrier(ThreadStripe.Count + 2);
        var threads = Enumerable.Range(0, ThreadStripe.Count + 1).Select(_ => new Hitter(parked)).ToArray();
        parked.SignalAndWait(Patience);
        var met = threads.GroupBy(thread => thread.Stripe).First(stripe => stripe.Count() > 1).Take(2).ToArray();
        var turns = 0;
        for (; met[0].Stripe == met[1].Stripe && turns < MostTurns; turns++)
        {
            await met[0].RunAsync(Hit);
            await met[1].RunAsync(Hit);
            await met[0].RunAsync(() => { }); // to look again at its stripe
        }

        Assert.InRange(turns, 1, MostTurns - 1);
        Assert.Equal(2 * turns * HitsAtATurn, _uses.Hits);
        foreach (var thread in threads)
            thread.Dispose();
    }

    private void Hit()
    {
        for (var hit = 0; hit < HitsAtATurn; hit++)
            _uses.Hit(_place);
    }

    /// <summary>A thread that does what it is told, and says which stripe is its own after that.</summary>
    private sealed class Hitter : IDisposable
    {
        private readonly SemaphoreSlim _told = new(0);
        private readonly Thread _thread;
        private Action? _work;
        private TaskCompletionSource _done = new();

        internal Hitter(Barrier parked)
        {
            _thread = new(() => Work(parked)) { IsBackground = true };
            _thread.Start();
        }

        internal int Stripe { get; private set; }

        public void Dispose()
        {
            _work = null;
            _told.Release();
            Assert.True(_thread.Join(Patience));
            _told.Dispose();
        }

        internal Task RunAsync(Action work)
        {
            (_work, _done) = (work, new(TaskCreationOptions.RunContinuationsAsynchronously));
            _told.Release();
            return _done.Task.WaitAsync(Patience);
        }

        private void Work(Barrier parked)
        {
            Stripe = ThreadStripe.Current;
            parked.SignalAndWait(Patience);
            for (_told.Wait(); _work is { } work; _told.Wait())
            {
                work();
                Stripe = ThreadStripe.Current;
                _done.SetResult();
            }
        }
    }
}
