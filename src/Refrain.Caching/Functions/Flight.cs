using System.Diagnostics.CodeAnalysis;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;

namespace Refrain.Caching.Functions;

/// <summary>The computation in progress for one key.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer or wait handle holds nothing to dispose, and its token outlives the flight.")]
internal abstract class Flight
{
    private CancellationTokenSource? _deserted;
    private ResourceHolder? _holder;
    private FlightProgress? _progress;
    private List<ResourceHolder?>? _receivers;

    /// <summary>Cancelled when the last caller has left.</summary>
    internal CancellationToken Token => Deserted.Token;

    /// <summary>Completes when the flight has landed or failed.</summary>
    internal abstract Task Completion { get; }

    /// <summary>Holds the resources that the body receives from other functions.</summary>
    internal ResourceHolder Holder => LazyInitializer.EnsureInitialized(ref _holder, static () => new());

    /// <summary>How far the body has come.</summary>
    internal FlightProgress Progress => LazyInitializer.EnsureInitialized(ref _progress, static () => new());

    /// <summary>The flights this one waits for. Guarded by <see cref="WaitGraph"/>.</summary>
    internal List<Flight>? WaitsFor { get; set; }

    /// <summary>A caller stopped waiting.</summary>
    internal abstract void Leave();

    /// <summary>Lets go of what the body received: whatever it still asks for comes too late to be held.</summary>
    internal void EndHolder() => Interlocked.CompareExchange(ref _holder, ResourceHolder.Ended, null)?.Dispose();

    /// <summary>Notes where a caller will hold a resource; <see langword="null"/> for one that holds nothing. Under the gate of the function's cache.</summary>
    internal void Expect(ResourceHolder? receiver)
    {
        var receivers = _receivers ??= [];
        lock (receivers)
            receivers.Add(receiver);
    }

    /// <summary>The same undone: a caller that stopped waiting receives nothing.</summary>
    internal void Forgo(ResourceHolder? receiver)
    {
        if (_receivers is not { } receivers)
            return;
        lock (receivers)
            receivers.Remove(receiver);
    }

    /// <summary>Holds a fresh resource for everyone who still waits for it.</summary>
    internal void HoldForReceivers(HeldResource resource)
    {
        if (_receivers is not { } receivers)
            return;
        lock (receivers)
        {
            foreach (var receiver in receivers)
            {
                if (receiver is null)
                    resource.TryGiveOutUnheld();
                else
                    receiver.HoldFresh(resource);
            }
        }
    }

    /// <summary>Made when somebody asks: most functions take no token.</summary>
    private CancellationTokenSource Deserted => LazyInitializer.EnsureInitialized(ref _deserted, static () => new());

    /// <summary>Cancels <see cref="Token"/>.</summary>
    /// <exception cref="AggregateException">What the body registered on it threw.</exception>
    internal void Desert() => Deserted.Cancel();
}

/// <summary>The computation in progress for one key of one function.</summary>
/// <param name="key">The key.</param>
/// <param name="function">The function.</param>
internal abstract class Flight<TKey, T>(TKey key, FunctionName function) : Flight
    where TKey : notnull
{
    private readonly TaskCompletionSource<Entry<T>> _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource? _moved;

    /// <summary>Where it stands in the table of flights. Guarded by the gate.</summary>
    internal TKey Key { get; set; } = key;

    /// <summary>The key that the widgets lead to that were read so far; the function's only key without any. Guarded by the gate.</summary>
    internal TKey Read { get; set; } = key;

    /// <summary>Whether it has landed or failed, so that nothing more is read in it. Guarded by the gate.</summary>
    internal bool IsOver { get; set; }

    /// <summary>Completes when a caller should look again whether this is its flight: when it is over, or has read what callers may differ in.</summary>
    internal Task News => _moved is { } moved ? Task.WhenAny(Completion, moved.Task) : Completion;

    /// <summary>The arguments in brief.</summary>
    internal abstract string Arguments { get; }

    /// <summary>What everyone but the starter takes a value from.</summary>
    internal Task<Entry<T>> Landing => _landing.Task;

    internal override Task Completion => _landing.Task;

    /// <summary>When the body began, on the host's clock.</summary>
    internal long Started { get; set; }

    /// <summary>What the store beside memory needs to keep the value; <see langword="null"/> without one.</summary>
    internal StorageTicket? Ticket { get; set; }

    /// <summary>Whether the value was found beside memory, so that the starter too must be shown what was drawn.</summary>
    internal bool IsRecalled { get; set; }

    /// <summary>The starter's value alone: the object the function returned.</summary>
    internal T? Original { get; set; }

    /// <summary>Whether a clear has separated the flight from its key: it still serves those who joined, but stores nothing. Guarded by the gate.</summary>
    internal bool Detached { get; set; }

    /// <summary>How many callers have joined and not left. Guarded by the gate.</summary>
    internal int Callers { get; set; }

    /// <summary>How many ever joined. Guarded by the gate.</summary>
    internal int Joined { get; set; }

    /// <summary>The call, for people: <c>LoadData("uber.csv")</c>.</summary>
    public override string ToString() => $"{function.Display}({Arguments})";

    /// <summary>Makes <see cref="News"/> tell of moves.</summary>
    internal void TellMoves() => _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tells those who wait that it stands elsewhere now.</summary>
    internal void Moved()
    {
        var before = _moved!;
        TellMoves();
        before.SetResult();
    }

    internal void Land(Entry<T> entry) => _landing.TrySetResult(entry);

    internal void Fail(Exception exception)
    {
        _landing.TrySetException(exception);
        _ = _landing.Task.Exception; // everyone who waits gets it; that nobody waits is no second error
    }
}
