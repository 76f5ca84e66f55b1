using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>How far a log of clears had come.</summary>
internal readonly record struct ClearPosition(long Epoch, long Count);

/// <summary>The clears of one function, or of everything, as a file that every process appends to: the generation that a store checks.</summary>
/// <remarks>
/// The file is a number, the epoch, and one key after the other; a key of zeros stands for all. Who stores looks at what was appended since its
/// computation began, so clears of other keys do not disturb it. A log that has become long is replaced by an empty one of the next epoch, and
/// whoever began under an older epoch counts as cleared. Appending, and looking before a rename, happen under the lock of the folder.
/// </remarks>
internal sealed class ClearLog(string path, FileSystem files)
{
    internal const int MaxKeys = 1024;
    private const int EpochBytes = sizeof(long);

    /// <summary>How far it is now. Needs no lock: a clear that arrives meanwhile has come before or after, and both are true.</summary>
    internal ClearPosition Position() => Read(long.MaxValue).Position;

    /// <summary>Whether a key was cleared since.</summary>
    internal bool HasCleared(KeyDigest key, ClearPosition since)
    {
        var (now, keys) = Read(since.Count);
        return now.Epoch != since.Epoch || now.Count < since.Count || keys.Any(cleared => cleared == key || cleared == default);
    }

    /// <summary>Notes that everything was cleared.</summary>
    internal void AppendAll() => Append(default);

    internal void Append(KeyDigest key)
    {
        var (epoch, count) = Position();
        if (count >= MaxKeys)
        {
            Replace(epoch + 1);
            return;
        }

        var bytes = new byte[EpochBytes + KeyDigest.Bytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, epoch);
        key.Write(bytes.AsSpan(EpochBytes));
        var isNew = count == 0;
        using var file = files.OpenToChange(path);
        file.Position = isNew ? 0 : EpochBytes + (count * KeyDigest.Bytes);
        file.Write(isNew ? bytes : bytes.AsSpan(EpochBytes));
    }

    /// <remarks>The new epoch is itself the note: everybody who began before counts as cleared.</remarks>
    private void Replace(long epoch)
    {
        var temporary = TemporaryFile.In(Path.GetDirectoryName(path)!);
        try
        {
            using (var file = files.Create(temporary))
            {
                var bytes = new byte[EpochBytes];
                BinaryPrimitives.WriteInt64LittleEndian(bytes, epoch);
                file.Write(bytes);
            }

            files.Rename(temporary, path);
        }
        catch
        {
            TemporaryFile.Drop(temporary, files);
            throw;
        }
    }

    /// <summary>How far the log is, and the keys from a place on.</summary>
    private (ClearPosition Position, KeyDigest[] Keys) Read(long from)
    {
        try
        {
            using var file = files.OpenToRead(path);
            var length = RandomAccess.GetLength(file);
            Span<byte> epoch = stackalloc byte[EpochBytes];
            if (length < EpochBytes || RandomAccess.Read(file, epoch, 0) < EpochBytes)
                return (default, []);
            var count = (length - EpochBytes) / KeyDigest.Bytes;
            var keys = new KeyDigest[Math.Max(0, count - from)];
            if (keys.Length > 0)
                RandomAccess.Read(file, MemoryMarshal.AsBytes(keys.AsSpan()), EpochBytes + (from * KeyDigest.Bytes));
            return (new(BinaryPrimitives.ReadInt64LittleEndian(epoch), count), keys);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return (default, []);
        }
    }
}
