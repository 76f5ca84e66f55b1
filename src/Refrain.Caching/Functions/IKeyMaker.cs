using Refrain.Caching.Keys;
using Refrain.Caching.Stores;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <summary>How a function's arguments become its key; a struct, so that the choice costs nothing at a call.</summary>
internal interface IKeyMaker<TArgs, TKey>
{
    /// <exception cref="UnkeyableArgumentException">An argument cannot be keyed.</exception>
    TKey Make(TArgs args, FunctionName function);
}

/// <summary>The arguments themselves are the key.</summary>
internal readonly struct ExactKeys<TArgs> : IKeyMaker<TArgs, ExactKey<TArgs>>
    where TArgs : struct, ISlot<TArgs>
{
    public ExactKey<TArgs> Make(TArgs args, FunctionName function) => new(args.ForKey());
}

/// <summary>The digest of the arguments is the key.</summary>
internal readonly struct DigestKeys<TArgs> : IKeyMaker<TArgs, KeyDigest>
    where TArgs : struct, ISlot<TArgs>
{
    public KeyDigest Make(TArgs args, FunctionName function) => KeyEncoder.Digest(function, args);
}
