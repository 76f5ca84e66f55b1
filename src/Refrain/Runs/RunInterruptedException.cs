namespace Refrain.Runs;

/// <summary>Unwinds a run that is over: replaced, stopped, or about to start anew. Thrown again at each later call, so catching it is no way out.</summary>
internal sealed class RunInterruptedException(string message, CancellationToken cancellation) : OperationCanceledException(message, cancellation);

/// <summary>Unwinds a callback that asked for a rerun; the other callbacks still run.</summary>
internal sealed class CallbackEndedException() : OperationCanceledException("The callback asked for a rerun.");
