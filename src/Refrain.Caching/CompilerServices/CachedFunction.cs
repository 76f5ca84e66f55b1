using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Refrain.CompilerServices;

/// <summary>A synchronous function that woven code calls through the cache.</summary>
/// <typeparam name="TArgs">The arguments, instance first.</typeparam>
/// <typeparam name="TResult">What the function returns; <see cref="Nothing"/> for <c>void</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CachedFunction<TArgs, TResult>
    where TArgs : struct, ISlot<TArgs>
{
    /// <summary>Defines the function. Woven code does so once, in a static field's initialiser.</summary>
    /// <param name="method">The method the user wrote (the woven wrapper, which carries the attribute).</param>
    /// <param name="body">The method its body was moved to.</param>
    /// <param name="declaringType">The type that declares both, with its type arguments.</param>
    /// <param name="invoke">Calls the body.</param>
    public CachedFunction(RuntimeMethodHandle method, RuntimeMethodHandle body, RuntimeTypeHandle declaringType, Func<TArgs, TResult> invoke)
    {
        _ = (method, body, declaringType);
        _invoke = invoke;
    }

    private readonly Func<TArgs, TResult> _invoke;

    /// <summary>Gives the cached value, or runs the function.</summary>
    public TResult Call(TArgs args) => _invoke(args);
}

/// <summary>An asynchronous function that woven code calls through the cache.</summary>
/// <typeparam name="TArgs">The arguments, instance first.</typeparam>
/// <typeparam name="TResult">What the function's task gives; <see cref="Nothing"/> for a plain <c>Task</c> or <c>ValueTask</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncCachedFunction<TArgs, TResult>
    where TArgs : struct, ISlot<TArgs>
{
    /// <inheritdoc cref="CachedFunction{TArgs, TResult}(RuntimeMethodHandle, RuntimeMethodHandle, RuntimeTypeHandle, Func{TArgs, TResult})"/>
    public AsyncCachedFunction(RuntimeMethodHandle method, RuntimeMethodHandle body, RuntimeTypeHandle declaringType, Func<TArgs, ValueTask<TResult>> invoke)
    {
        _ = (method, body, declaringType);
        _invoke = invoke;
    }

    private readonly Func<TArgs, ValueTask<TResult>> _invoke;

    /// <summary>Gives the cached value, or runs the function: for one that returns <c>ValueTask&lt;T&gt;</c>.</summary>
    public ValueTask<TResult> Call(TArgs args) => _invoke(args);

    /// <summary>The same for a function that returns <c>Task&lt;T&gt;</c>.</summary>
    public Task<TResult> CallTask(TArgs args) => Call(args).AsTask();

    /// <summary>The same for a function that returns <c>Task</c>.</summary>
    public Task CallPlainTask(TArgs args) => Call(args).AsTask();

    /// <summary>The same for a function that returns <c>ValueTask</c>.</summary>
    public ValueTask CallPlain(TArgs args) => new(Call(args).AsTask());
}
