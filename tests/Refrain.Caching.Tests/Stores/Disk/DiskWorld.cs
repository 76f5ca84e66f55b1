using System.Text;
using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;
using Refrain.Testing;

namespace Refrain.Caching.Tests.Stores.Disk;

/// <summary>A folder of a test's own, on a clock that stands still.</summary>
internal sealed class DiskWorld : IDisposable
{
    internal static readonly StorageLimits NoLimits = new(null, null);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly List<DiskStorage> _storages = [];

    public ManualTimeProvider Time { get; } = new();

    public RecordedLog Log { get; } = new();

    public string Root => Path.Combine(_folder.FullName, "cache");

    public string[] Files => Directory.Exists(Root)
        ? [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path).Length > 0).Order(StringComparer.Ordinal)]
        : [];

    public DiskStorage OpenStorage(FileSystem? files = null)
    {
        var storage = DiskStorage.TryOpen(Root, Time, Log, files)!;
        _storages.Add(storage);
        return storage;
    }

    /// <summary>The function <c>Load</c> in a storage of its own, as another process would have it.</summary>
    public IFunctionStorage Open(StorageLimits? limits = null, string fingerprint = "code 1", FileSystem? files = null) =>
        OpenStorage(files).Open("Load", fingerprint, limits ?? NoLimits);

    public EntryContent Content(string envelope, TimeSpan? ttl = null, params byte[][] segments) => new(
        Time.GetUtcNow(),
        ttl is null ? null : Time.GetUtcNow() + ttl,
        "1",
        stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(envelope));
            return [.. segments.Select(bytes => new Segment(bytes.Length, [bytes]))];
        });

    public static KeyDigest Key(int number) => new((ulong)number, 2, 3, 4);

    public void CloseAll()
    {
        foreach (var storage in _storages)
            storage.Dispose();
    }

    public void Dispose()
    {
        CloseAll();
        _folder.Delete(recursive: true);
    }
}

internal static class StorageReading
{
    /// <summary>Stores without a clear in between.</summary>
    internal static bool Write(this IFunctionStorage storage, int key, EntryContent content) => storage.Write(storage.Begin(DiskWorld.Key(key)), content);

    /// <summary>The envelope of an entry as text; <see langword="null"/> for a miss.</summary>
    internal static string? Read(this IFunctionStorage storage, int key) => storage.TryRead(DiskWorld.Key(key)) is { } entry ? entry.Text() : null;

    internal static string Text(this StoredEntry entry)
    {
        using var reader = new StreamReader(entry.Envelope, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    internal static byte[] Segment(this StoredEntry entry, int segment) => entry.Segments.Slice(segment, 0, (int)entry.Segments.LengthOf(segment)).ToArray();

    internal static unsafe long Address(this ReadOnlyMemory<byte> memory)
    {
        using var pin = memory.Pin();
        return (long)pin.Pointer;
    }

    internal static byte[] Noise(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
