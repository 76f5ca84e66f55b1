using System.Runtime.InteropServices;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Buffers;

/// <summary>Different texts in the order they first appear, each with a code.</summary>
internal sealed class TextEntries
{
    private readonly Dictionary<byte[], ushort> _codes = new(Utf8Comparer.Instance);
    private readonly List<byte[]> _texts = [];
    private readonly Dictionary<byte[], ushort>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    internal TextEntries() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<byte>>();

    internal int Count => _texts.Count;

    /// <summary>The code of a text, a new one when it is not known; none when there are too many.</summary>
    internal bool TryFind(ReadOnlySpan<byte> utf8, out ushort code)
    {
        if (_lookup.TryGetValue(utf8, out code))
            return true;
        if (_texts.Count == TextChunk.MaxEntries)
            return false;
        code = (ushort)_texts.Count;
        _texts.Add(utf8.ToArray());
        _codes.Add(_texts[^1], code);
        return true;
    }

    /// <summary>The texts in memory that any number of chunks can share.</summary>
    internal CodedTexts ToTexts()
    {
        var offsets = new int[Math.Max(1, _texts.Count) + 1];
        for (var i = 0; i < _texts.Count; i++)
            offsets[i + 1] = offsets[i] + _texts[i].Length;
        var text = new byte[offsets[^1]];
        for (var i = 0; i < _texts.Count; i++)
            _texts[i].CopyTo(text, offsets[i]);
        return new(Block.Own(MemoryMarshal.AsBytes(offsets.AsSpan()).ToArray()), Block.Own(text));
    }
}

/// <summary>Texts that have codes.</summary>
/// <param name="Offsets">Where each begins, and the end.</param>
/// <param name="Text">All of them, one after another.</param>
internal sealed record CodedTexts(Block Offsets, Block Text)
{
    internal TextChunk ToChunk(ReadOnlySpan<ushort> codes, Block? validity) =>
        new(codes.Length, Offsets, Text, validity, Block.Own(MemoryMarshal.AsBytes(codes).ToArray()));
}
