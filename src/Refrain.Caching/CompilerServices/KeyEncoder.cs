using System.ComponentModel;
using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Values;

namespace Refrain.CompilerServices;

/// <summary>Writes the arguments of one call in their canonical form, for the digest that becomes the key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyEncoder
{
    [ThreadStatic]
    private static KeyEncoder? _spare;

    private readonly KeyStream _stream;
    private FunctionName? _function;
    private int _position;

    private KeyEncoder(IKeyHash hash) => _stream = new(hash);

    /// <summary>The digest of arguments in memory, which means something in this process only.</summary>
    /// <exception cref="UnkeyableArgumentException">An argument has no content to compare.</exception>
    internal static KeyDigest Digest<TArgs>(FunctionName function, in TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        // Taken away while in use: what gives a key may itself call a cached function.
        var encoder = _spare ?? new(new VectorHash());
        _spare = null;
        var digest = encoder.Run(function, args);
        _spare = encoder;
        return digest;
    }

    /// <summary>The digest of arguments that means the same in every process, for names on disk and in shared stores.</summary>
    /// <exception cref="UnkeyableArgumentException">An argument has no content to compare.</exception>
    internal static KeyDigest StableDigest<TArgs>(FunctionName function, in TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        using var hash = new StableHash();
        return new KeyEncoder(hash).Run(function, args);
    }

    internal void Argument<T>(T value)
    {
        var position = _position++;
        try
        {
            _stream.Value(value);
        }
        catch (Refusal refusal)
        {
            throw RefusedArgument.Explain(refusal, value, _function!, position);
        }
    }

    /// <summary>Passes over a parameter that is not in the key.</summary>
    internal void Skip()
    {
        _position++;
        _stream.Tag(KeyTag.Skipped);
    }

    private KeyDigest Run<TArgs>(FunctionName function, in TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        _function = function;
        _position = 0;
        args.Encode(this);
        _function = null;
        return _stream.Finish();
    }
}
