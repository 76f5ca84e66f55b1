namespace Refrain.Frames.Buffers;

/// <summary>Immutable bytes of a column, and who keeps them alive: a slice of a block has the same owner, so a budget counts it once.</summary>
/// <param name="Memory">The bytes.</param>
/// <param name="Owner">What the memory belongs to; reference-equal for blocks that share it.</param>
/// <param name="OwnerBytes">How many bytes stay alive because of the owner.</param>
internal sealed record Block(ReadOnlyMemory<byte> Memory, object Owner, long OwnerBytes)
{
    internal ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>A block over an array that nobody else holds.</summary>
    internal static Block Own(byte[] bytes) => new(bytes, bytes, bytes.Length);

    /// <summary>A block over the first bytes of an array that nobody else holds.</summary>
    internal static Block Own(byte[] bytes, int length) => new(bytes.AsMemory(0, length), bytes, bytes.Length);

    /// <summary>A block over memory the caller promised not to change.</summary>
    internal static Block Share<T>(ReadOnlyMemory<T> values, object owner, long ownerBytes)
        where T : unmanaged =>
        new(new ReinterpretedMemory<T>(values).Memory, owner, ownerBytes);

    internal Block Slice(int start, int length) => this with { Memory = Memory.Slice(start, length) };
}
