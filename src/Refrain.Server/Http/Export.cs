using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Refrain.Server.Http;

/// <summary>A file of rows on its way to a visitor, told by the request that writes it and watched by any others.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer or wait handle holds nothing to dispose.")]
internal sealed class Export
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _changed = NewSignal();
    private ExportState _state = new(null, 0, null);

    /// <summary>Falls when a visitor no longer wants the file.</summary>
    internal CancellationToken Stopped => _stop.Token;

    internal ExportState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    internal void Stop() => _stop.Cancel();

    internal void Tell(ExportState state)
    {
        TaskCompletionSource changed;
        lock (_gate)
            (_state, changed, _changed) = (state, _changed, NewSignal());
        changed.SetResult();
    }

    /// <summary>How it stands, and how after each change, until it has ended. One who looks seldom sees only the newest.</summary>
    internal async IAsyncEnumerable<ExportState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (; ; )
        {
            ExportState state;
            Task changed;
            lock (_gate)
                (state, changed) = (_state, _changed.Task);
            yield return state;
            if (state.End is not null)
                yield break;
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>How far a file is.</summary>
/// <param name="Rows">How many rows it will have; <see langword="null"/> while they are being found.</param>
/// <param name="Written">How many are written and taken by the browser's line.</param>
/// <param name="End">How it ended; <see langword="null"/> while it goes on.</param>
internal sealed record ExportState(int? Rows, int Written, ExportEnd? End)
{
    /// <summary>Steps that are told: more than these nobody sees.</summary>
    private const int Steps = 200;

    internal int Step => Rows is > 0 and var rows ? (int)((long)Written * Steps / rows) : 0;
}

/// <summary>How a file of rows ended.</summary>
internal enum ExportEnd
{
    Done,
    Stopped,
    Failed,
}
