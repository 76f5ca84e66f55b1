using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Load.Disk;

/// <summary>Damages files of entries in many ways: each read gives a miss or exactly what was stored, and never throws.</summary>
internal static class Fuzz
{
    private const int Samples = 24;

    internal static Outcome Run(int files, int seed)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            return Run(files, seed, Path.Combine(folder.FullName, "cache"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Outcome Run(int files, int seed, string root)
    {
        using var storage = DiskStorage.TryOpen(root, TimeProvider.System, NullLogger.Instance)!;
        var function = storage.Open("Load", "code", Sample.NoLimits);
        var samples = Enumerable.Range(0, Samples).Select(key => Sample.Make(key, key, longest: key % 8 == 0 ? 40_000 : 300)).ToArray();
        foreach (var sample in samples)
            function.Write(function.Begin(sample.Digest), sample.ToContent(DateTimeOffset.UtcNow));
        var paths = samples.Select(sample => Directory.GetFiles(root, sample.Digest + ".entry", SearchOption.AllDirectories).Single()).ToArray();
        var whole = Array.ConvertAll(paths, File.ReadAllBytes);

        var random = new Random(seed);
        var violations = new List<string>();
        var hits = 0;
        for (var file = 0; file < files; file++)
        {
            var which = random.Next(Samples);
            var (way, bytes) = Damage(whole, which, random);
            File.Delete(paths[which]);
            File.WriteAllBytes(paths[which], bytes);
            var found = Read(function, samples[which], out var error);
            if (error is not null)
                violations.Add($"seed {seed}, file {file}, {way}: {error}");
            if (found)
                hits++;
            else if (File.Exists(paths[which]))
                violations.Add($"seed {seed}, file {file}, {way}: a miss, but the file stayed");
        }

        return new($"{files} damaged files, {violations.Count} violations; {hits} were read, because what was changed is not part of the entry.", violations);
    }

    private static bool Read(IFunctionStorage function, Sample expected, out string? error)
    {
        error = null;
        try
        {
            if (function.TryRead(expected.Digest) is not { } entry)
                return false;
            var sample = Sample.Of(entry);
            if (sample is null || sample.Key != expected.Key || sample.Number != expected.Number || !sample.SegmentLengths.SequenceEqual(expected.SegmentLengths))
                error = "another content was read";
            return true;
        }
        catch (Exception exception)
        {
            error = exception.ToString();
            return true;
        }
    }

    private static (string Way, byte[] Bytes) Damage(byte[][] whole, int which, Random random)
    {
        var bytes = (byte[])whole[which].Clone();
        var at = random.Next(bytes.Length);
        var inHeader = random.Next(Math.Min(bytes.Length, 400));
        var other = whole[(which + 1 + random.Next(whole.Length - 1)) % whole.Length];
        switch (random.Next(10))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return ("a bit flipped", bytes);
            case 1:
                bytes[inHeader] ^= (byte)(1 << random.Next(8));
                return ("a bit flipped in the header", bytes);
            case 2:
                for (var flip = random.Next(2, 20); flip > 0; flip--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return ("bytes changed", bytes);
            case 3:
                return ("cut short", bytes[..at]);
            case 4:
                return ("made longer", [.. bytes, .. Noise(random, random.Next(1, 200))]);
            case 5:
                return ("exchanged with another", other);
            case 6:
                return ("of no entry", Noise(random, random.Next(1000)));
            case 7:
                bytes.AsSpan(at, random.Next(bytes.Length - at)).Clear();
                return ("zeros", bytes);
            case 8:
                var cut = random.Next(Math.Min(bytes.Length, other.Length));
                return ("two entries joined", [.. bytes[..cut], .. other[cut..]]);
            default:
                Noise(random, 8).CopyTo(bytes.AsSpan(Math.Min(inHeader, 152)));
                return ("a number of the header changed", bytes);
        }
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
