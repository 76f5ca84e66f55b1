using Refrain.Caching.Functions;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

/// <summary>A value as a store would keep it.</summary>
internal sealed record Stored(byte[] Envelope, SegmentList Segments)
{
    internal static readonly FunctionName Load = new("Load", "app/Load()", []);

    internal string Hex => Convert.ToHexStringLower(Envelope);

    internal static Stored Of<T>(T value)
    {
        using var envelope = new MemoryStream();
        var segments = new SegmentList();
        ValueBytes.Write(value, envelope, segments, Load);
        return new(envelope.ToArray(), segments);
    }

    internal T Read<T>()
    {
        using var envelope = new MemoryStream(Envelope);
        var value = ValueBytes.Read<T>(envelope, new MemorySegments(Segments));
        Assert.Equal(Envelope.Length, envelope.Position);
        return value;
    }

    /// <summary>What comes back; its content is what went in, and storing it again gives the same bytes.</summary>
    internal static T Again<T>(T value)
    {
        var stored = Of(value);
        var read = stored.Read<T>();
        Assert.Equal(Key.Of(value), Key.Of(read));
        Assert.Equal(stored.Hex, Of(read).Hex);
        return read;
    }

    internal static CacheOptionException Refused<T>(T value) => Assert.Throws<CacheOptionException>(() => Of(value));
}
