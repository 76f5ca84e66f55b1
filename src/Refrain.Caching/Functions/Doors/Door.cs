namespace Refrain.Caching.Functions.Doors;

/// <summary>What stands behind a delegate that <c>Cache.Data</c> or <c>Cache.Resource</c> gave: its target.</summary>
internal abstract class Door(FunctionDefinition definition, object? target, IReadOnlyList<CapturedVariable> captured)
{
    internal FunctionDefinition Definition => definition;

    /// <summary>The values of the captured variables in the key, as they are now.</summary>
    internal IEnumerable<object?> Captured => captured.Select(variable => variable.In(Target));

    /// <summary>What the function is called on: its closure, or an instance.</summary>
    internal object? Target { get; } = target;
}

/// <inheritdoc/>
/// <typeparam name="TDelegate">The type of the delegate.</typeparam>
/// <typeparam name="TCached">The kind of cached function.</typeparam>
internal sealed class Door<TDelegate, TCached>(FunctionDefinition definition, TDelegate function, TCached cached, IReadOnlyList<CapturedVariable> captured)
    : Door(definition, function.Target, captured)
    where TDelegate : Delegate
{
    internal TDelegate Function { get; } = function;

    internal TCached Cached { get; } = cached;
}
