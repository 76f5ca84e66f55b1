using System.Buffers.Binary;

namespace Refrain.Frames.Rows;

/// <summary>A run of bytes of a window, whose length is known before it is written: so a window is written once, into memory of its size, and nothing else is allocated for its cells.</summary>
/// <param name="Length">How many bytes.</param>
/// <param name="Write">Writes them into so many, which are zero.</param>
internal readonly record struct WireSegment(int Length, Action<Span<byte>> Write)
{
    /// <summary>Numbers as a column of <c>int32</c> has its values.</summary>
    internal static WireSegment Numbers(int[] numbers) => new(numbers.Length * sizeof(int), bytes =>
    {
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(i * sizeof(int))..], numbers[i]);
    });
}
