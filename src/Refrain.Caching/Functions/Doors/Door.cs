namespace Refrain.Caching.Functions.Doors;

/// <summary>What stands behind a delegate that <c>Cache.Data</c> or <c>Cache.Resource</c> gave: its target.</summary>
/// <remarks>It has both the delegate and the code that calls it, so that a flight runs what its own caller gave, though newer code may have taken over.</remarks>
internal abstract class Door(FunctionDefinition definition, object? target, Delegate body, IReadOnlyList<CapturedVariable> captured)
{
    internal FunctionDefinition Definition => definition;

    /// <summary>Calls the delegate with the arguments of a call: a <c>Func&lt;TArgs, T&gt;</c>.</summary>
    internal Delegate Body => body;

    /// <summary>The values of the captured variables in the key, as they are now.</summary>
    internal IEnumerable<object?> Captured => captured.Select(variable => variable.In(Target));

    /// <summary>What the function is called on: its closure, or an instance.</summary>
    internal object? Target { get; } = target;
}

/// <inheritdoc/>
/// <typeparam name="TDelegate">The type of the delegate.</typeparam>
/// <typeparam name="TCached">The kind of cached function.</typeparam>
internal sealed class Door<TDelegate, TCached>(
    FunctionDefinition definition, TDelegate function, TCached cached, Delegate body, IReadOnlyList<CapturedVariable> captured)
    : Door(definition, function.Target, body, captured)
    where TDelegate : Delegate
{
    internal TDelegate Function { get; } = function;

    internal TCached Cached { get; } = cached;
}
