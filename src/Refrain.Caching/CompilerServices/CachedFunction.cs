using System.ComponentModel;
using Refrain.Caching.Functions;

namespace Refrain.CompilerServices;

/// <summary>A synchronous function that woven code calls through the cache.</summary>
/// <typeparam name="TArgs">The arguments, instance first.</typeparam>
/// <typeparam name="TResult">What the function returns; <see cref="Nothing"/> for <c>void</c>.</typeparam>
/// <param name="method">The method the user wrote (the woven wrapper, which carries the attribute).</param>
/// <param name="body">The method its body was moved to.</param>
/// <param name="declaringType">The type that declares both, with its type arguments.</param>
/// <param name="invoke">Calls the body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CachedFunction<TArgs, TResult>(
    RuntimeMethodHandle method, RuntimeMethodHandle body, RuntimeTypeHandle declaringType, Func<TArgs, TResult> invoke)
    where TArgs : struct, ISlot<TArgs>
{
    private readonly FunctionHandle<TArgs, TResult> _handle = new(new(new FunctionDefinition(method, body, declaringType), invoke, null));

    /// <summary>Gives the cached value, or runs the function.</summary>
    public TResult Call(TArgs args) => _handle.Cache.Get(args);
}
