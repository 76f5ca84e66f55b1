using System.ComponentModel;
using Refrain.Caching.Functions;

namespace Refrain.CompilerServices;

/// <summary>An asynchronous function that woven code calls through the cache.</summary>
/// <typeparam name="TArgs">The arguments, instance first.</typeparam>
/// <typeparam name="TResult">What the function's task gives; <see cref="Nothing"/> for a plain <c>Task</c> or <c>ValueTask</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AsyncCachedFunction<TArgs, TResult>
    where TArgs : struct, ISlot<TArgs>
{
    private readonly FunctionHandle<TArgs, TResult> _handle;

    /// <summary>Made by woven code.</summary>
    /// <param name="method">The method the user wrote (the woven wrapper, which carries the attribute).</param>
    /// <param name="body">The method its body was moved to.</param>
    /// <param name="declaringType">The type that declares both, with its type arguments.</param>
    /// <param name="invoke">Calls the body.</param>
    public AsyncCachedFunction(RuntimeMethodHandle method, RuntimeMethodHandle body, RuntimeTypeHandle declaringType, Func<TArgs, ValueTask<TResult>> invoke)
        : this(new FunctionDefinition(method, body, declaringType), invoke)
    {
    }

    internal AsyncCachedFunction(FunctionDefinition definition, Func<TArgs, ValueTask<TResult>> invoke) => _handle = new(new(definition, null, invoke));

    /// <summary>Gives the cached value, or runs the function: for one that returns <c>ValueTask&lt;T&gt;</c>.</summary>
    /// <remarks>What is compared exactly cannot be refused as a key, so the usual call needs no handler for exceptions.</remarks>
    public ValueTask<TResult> Call(TArgs args) =>
        TArgs.IsExact && _handle.TryFind(out _) is { } cache ? cache.GetAsync(args) : CallCarefully(args);

    private ValueTask<TResult> CallCarefully(TArgs args)
    {
        try
        {
            return _handle.Cache.GetAsync(args);
        }
        catch (CacheException exception)
        {
            return ValueTask.FromException<TResult>(exception);
        }
    }

    /// <summary>The same for a function that returns <c>Task&lt;T&gt;</c>.</summary>
    public Task<TResult> CallTask(TArgs args) =>
        TArgs.IsExact && _handle.TryFind(out _) is { } cache ? cache.GetTask(args) : CallTaskCarefully(args);

    private Task<TResult> CallTaskCarefully(TArgs args)
    {
        try
        {
            return _handle.Cache.GetTask(args);
        }
        catch (CacheException exception)
        {
            return Task.FromException<TResult>(exception);
        }
    }

    /// <summary>The same for a function that returns <c>Task</c>.</summary>
    public Task CallPlainTask(TArgs args) => CallTask(args);

    /// <summary>The same for a function that returns <c>ValueTask</c>.</summary>
    public ValueTask CallPlain(TArgs args) => new(CallTask(args));
}
