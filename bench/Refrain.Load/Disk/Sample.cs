using System.Globalization;
using System.Text;
using Refrain.Caching.Keys;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Stores;

namespace Refrain.Load.Disk;

/// <summary>An entry whose whole content follows from its key and a number, so that any mixture of two is seen.</summary>
internal sealed record Sample(int Key, int Number, int[] SegmentLengths)
{
    internal static readonly StorageLimits NoLimits = new(null, null);

    internal KeyDigest Digest => DigestOf(Key);

    private string Envelope => string.Create(CultureInfo.InvariantCulture, $"{Key} {Number} {string.Join(',', SegmentLengths)}");

    internal static KeyDigest DigestOf(int key) => new((ulong)key, ~(ulong)key, 7, 7);

    /// <summary>A sample of segments of random lengths.</summary>
    internal static Sample Make(int key, int number, int longest)
    {
        var random = new Random((key * 31) ^ (number * 7919));
        return new(key, number, [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(longest))]);
    }

    internal EntryContent ToContent(DateTimeOffset stored) => new(stored, null, Key.ToString(CultureInfo.InvariantCulture), stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(Envelope));
        return [.. SegmentLengths.Select((length, segment) => new Segment(length, [Bytes(segment)]))];
    });

    /// <summary>The sample that an entry holds; <see langword="null"/> if it holds anything else.</summary>
    internal static Sample? Of(StoredEntry entry)
    {
        using var reader = new StreamReader(entry.Envelope, Encoding.UTF8);
        var parts = reader.ReadToEnd().Split(' ');
        if (parts.Length != 3)
            return null;
        var lengths = parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(length => int.Parse(length, CultureInfo.InvariantCulture));
        var sample = new Sample(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), [.. lengths]);
        return sample.Holds(entry.Segments) ? sample : null;
    }

    private bool Holds(ISegmentSource segments)
    {
        if (segments.Count != SegmentLengths.Length)
            return false;
        for (var segment = 0; segment < segments.Count; segment++)
        {
            var memory = segments.Slice(segment, 0, (int)segments.LengthOf(segment));
            var isSame = memory.Span.SequenceEqual(Bytes(segment));
            GC.KeepAlive(memory);
            if (!isSame)
                return false;
        }

        return true;
    }

    private byte[] Bytes(int segment)
    {
        var bytes = new byte[SegmentLengths[segment]];
        new Random((Key * 31) + (Number * 1009) + segment).NextBytes(bytes);
        return bytes;
    }
}
