using System.Diagnostics.CodeAnalysis;
using Refrain.Caching.Keys;
using Refrain.Caching.Recording;
using Refrain.Caching.Stores;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <summary>How a function's arguments become its key; a struct, so that the choice costs nothing at a call.</summary>
internal interface IKeyMaker<TArgs, TKey>
{
    /// <exception cref="UnkeyableArgumentException">An argument cannot be keyed.</exception>
    TKey Make(TArgs args, FunctionName function);

    /// <summary>The combinations of widgets that are part of the key; <see langword="null"/> where none are.</summary>
    Combinations<TKey>? Combinations { get; }

    /// <summary>Whether the arguments can be read from the key.</summary>
    bool TellsArguments { get; }

    /// <summary>The arguments in brief, from a key that tells them.</summary>
    string InBrief(TKey key);

    /// <summary>What a key consists of, for the cache of newer code whose keys may be of another type.</summary>
    object Parts(TKey key);

    /// <summary>Makes a key from what one of older code consisted of; <see langword="false"/> where its arguments cannot be had in the newer types.</summary>
    bool TryRebuild(object parts, Rebuilding rebuilding, [MaybeNullWhen(false)] out TKey key);
}

/// <summary>The arguments themselves are the key.</summary>
internal readonly struct ExactKeys<TArgs> : IKeyMaker<TArgs, ExactKey<TArgs>>
    where TArgs : struct, ISlot<TArgs>
{
    public ExactKey<TArgs> Make(TArgs args, FunctionName function) => new(args.ForKey());

    public Combinations<ExactKey<TArgs>>? Combinations => null;

    public bool TellsArguments => true;

    public string InBrief(ExactKey<TArgs> key) => ArgumentsInBrief.Of(key.Args);

    public object Parts(ExactKey<TArgs> key)
    {
        var arguments = new object?[TArgs.Count];
        key.Args.Box(arguments, 0);
        return arguments;
    }

    public bool TryRebuild(object parts, Rebuilding rebuilding, out ExactKey<TArgs> key)
    {
        key = default;
        if (parts is not object?[] arguments)
            return false;
        var types = SlotTypes.Of(typeof(TArgs));
        for (var index = 0; index < types.Length; index++)
        {
            if (types[index] is { } type && !rebuilding.TryRebuild(arguments[index], type, out arguments[index]))
                return false;
        }

        key = new(TArgs.Unbox(arguments, 0));
        return true;
    }
}

/// <summary>The digest of the arguments is the key.</summary>
internal readonly struct DigestKeys<TArgs> : IKeyMaker<TArgs, KeyDigest>
    where TArgs : struct, ISlot<TArgs>
{
    public KeyDigest Make(TArgs args, FunctionName function) => KeyEncoder.Digest(function, args);

    public Combinations<KeyDigest>? Combinations => null;

    public bool TellsArguments => false;

    public string InBrief(KeyDigest key) => throw new NotSupportedException("A digest tells nothing of what it stands for.");

    public object Parts(KeyDigest key) => key;

    /// <remarks>A digest is made of the names of types and fields and of what is in them, so it means the same in newer code.</remarks>
    public bool TryRebuild(object parts, Rebuilding rebuilding, out KeyDigest key)
    {
        key = parts is KeyDigest digest ? digest : default;
        return parts is KeyDigest;
    }
}

/// <summary>The arguments, keyed by another maker, with the values that the widgets inside have on the caller's page.</summary>
/// <param name="tree">Which widgets the function reads.</param>
internal readonly struct WidgetKeys<TArgs, TKey, TMaker>(WidgetTree<TKey> tree) : IKeyMaker<TArgs, WidgetKey<TKey>>
    where TKey : notnull, IEquatable<TKey>
    where TMaker : struct, IKeyMaker<TArgs, TKey>
{
    public WidgetKey<TKey> Make(TArgs args, FunctionName function) => tree.Walk(default(TMaker).Make(args, function), Ambient.Current?.Drawing);

    public Combinations<WidgetKey<TKey>>? Combinations => tree;

    public bool TellsArguments => false;

    public string InBrief(WidgetKey<TKey> key) => throw new NotSupportedException("An entry keeps its arguments in brief with its combination.");

    public object Parts(WidgetKey<TKey> key) => key;

    /// <remarks>Combinations go with the code that read the widgets: the tree of another cache would not lead to them.</remarks>
    public bool TryRebuild(object parts, Rebuilding rebuilding, out WidgetKey<TKey> key)
    {
        key = default;
        return false;
    }
}
