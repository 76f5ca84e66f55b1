using System.ComponentModel;
using Refrain.Caching.Functions;

namespace Refrain.CompilerServices;

/// <summary>A synchronous function that woven code calls through the cache.</summary>
/// <typeparam name="TArgs">The arguments, instance first.</typeparam>
/// <typeparam name="TResult">What the function returns; <see cref="Nothing"/> for <c>void</c>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CachedFunction<TArgs, TResult>
    where TArgs : struct, ISlot<TArgs>
{
    private readonly FunctionHandle<TArgs, TResult> _handle;

    /// <summary>Made by woven code.</summary>
    /// <param name="method">The method the user wrote (the woven wrapper, which carries the attribute).</param>
    /// <param name="body">The method its body was moved to.</param>
    /// <param name="declaringType">The type that declares both, with its type arguments.</param>
    /// <param name="invoke">Calls the body.</param>
    public CachedFunction(RuntimeMethodHandle method, RuntimeMethodHandle body, RuntimeTypeHandle declaringType, Func<TArgs, TResult> invoke)
        : this(new FunctionDefinition(method, body, declaringType), invoke)
    {
    }

    internal CachedFunction(FunctionDefinition definition, Func<TArgs, TResult> invoke) => _handle = new(new(definition, invoke, null));

    /// <summary>Gives the cached value, or runs the function.</summary>
    public TResult Call(TArgs args) => _handle.Cache.Get(args);
}
