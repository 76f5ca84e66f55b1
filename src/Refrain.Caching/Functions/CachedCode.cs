namespace Refrain.Caching.Functions;

/// <summary>A definition with the delegate that runs its body.</summary>
/// <param name="Definition">What the function is.</param>
/// <param name="Invoke">Runs a synchronous body; <see langword="null"/> for an asynchronous one.</param>
/// <param name="InvokeAsync">Runs an asynchronous body; <see langword="null"/> for a synchronous one.</param>
internal sealed record CachedCode<TArgs, T>(FunctionDefinition Definition, Func<TArgs, T>? Invoke, Func<TArgs, ValueTask<T>>? InvokeAsync);
