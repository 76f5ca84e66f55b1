using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Refrain.Caching.Stores.Disk;

/// <summary>The bytes of one file: read into memory if they are few, else mapped. They stay for as long as somebody refers to this.</summary>
/// <remarks>
/// A mapping is undone by the finalizer of its handle, never before. A file that is deleted stays readable through it, since files are
/// replaced and unlinked, never changed or cut. Both kinds begin at a multiple of 64.
/// </remarks>
internal sealed unsafe class EntryMemory
{
    /// <summary>From here on a file is mapped: below, reading it costs less than mapping it.</summary>
    internal const int MapFrom = 64 * 1024;

    private const int Alignment = 64;

    private readonly byte[]? _bytes;
    private readonly SafeMemoryMappedViewHandle? _mapping;
    private readonly byte* _start;
    private readonly long _offset;

    private EntryMemory(byte[] bytes, int offset, byte* start, long length)
    {
        _bytes = bytes;
        _offset = offset;
        _start = start;
        Length = length;
    }

    private EntryMemory(SafeMemoryMappedViewHandle mapping, long offset, long length)
    {
        _mapping = mapping;
        _offset = offset;
        _start = (byte*)mapping.DangerousGetHandle() + offset;
        Length = length;
    }

    internal long Length { get; }

    internal byte* Start => _start;

    /// <summary>Valid only while the caller keeps this alive.</summary>
    internal ReadOnlySpan<byte> Span(long offset, int length) => new(_start + offset, length);

    internal ReadOnlyMemory<byte> Slice(long offset, int length) => _bytes is null
        ? new EntryPart(this, _start + offset, length).Memory
        : _bytes.AsMemory((int)(_offset + offset), length);

    internal Stream OpenStream(long offset, long length) => _mapping is null
        ? new MemoryStream(_bytes!, (int)(_offset + offset), (int)length, writable: false)
        : new UnmanagedMemoryStream(_mapping, _offset + offset, length, FileAccess.Read);

    internal static EntryMemory Read(SafeFileHandle file, long length) => length < MapFrom ? Copy(file, (int)length) : Map(file, length);

    private static EntryMemory Map(SafeFileHandle file, long length)
    {
        using var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        return new(view.SafeMemoryMappedViewHandle, view.PointerOffset, length);
    }

    /// <remarks>The array is pinned for life, so that it has an address, and that one can be aligned.</remarks>
    private static EntryMemory Copy(SafeFileHandle file, int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length + Alignment - 1, pinned: true);
        fixed (byte* first = bytes)
        {
            var start = (byte*)(((nint)first + Alignment - 1) & -Alignment);
            var rest = new Span<byte>(start, length);
            for (var read = 0; !rest.IsEmpty; rest = rest[read..])
            {
                read = RandomAccess.Read(file, rest, length - rest.Length);
                if (read == 0)
                    throw new EndOfStreamException();
            }

            return new(bytes, (int)(start - first), start, length);
        }
    }
}
