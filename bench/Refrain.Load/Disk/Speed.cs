using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Load.Disk;

/// <summary>How fast entries of 1 KB are stored and found; how soon after a start the first is found among many; how fast content is verified.</summary>
internal static class Speed
{
    private const int Entries = 10_000;

    internal static void Run(int files, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var root = Path.Combine(folder.FullName, "cache");
            using (var storage = DiskStorage.TryOpen(root, TimeProvider.System, NullLogger.Instance)!)
            {
                var function = storage.Open("Load", "code", Sample.NoLimits);
                Say(output, "store", Entries, Measure(() => Each(Entries, key => Store(function, key, 1024))));
                Say(output, "find", Entries, Measure(() => Each(Entries, key => function.TryRead(Sample.DigestOf(key)))));
                Store(function, -1, 1 << 30);
                var time = Measure(() => function.TryRead(Sample.DigestOf(-1)));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verify 1 GB, in the system's cache: {1 / time.TotalSeconds:0.0} GB/s"));
            }

            Copy(Directory.GetFiles(root, Sample.DigestOf(0) + ".entry", SearchOption.AllDirectories).Single(), files);
            var first = Measure(() =>
            {
                using var storage = DiskStorage.TryOpen(root, TimeProvider.System, NullLogger.Instance)!;
                if (storage.Open("Load", "code", new(files * 2, null)).TryRead(Sample.DigestOf(1)) is null)
                    throw new InvalidOperationException("The entry was not found.");
            });
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first hit after a start with {files} files: {first.TotalMilliseconds:0.0} ms"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Store(IFunctionStorage function, int key, int bytes) =>
        function.Write(function.Begin(Sample.DigestOf(key)), new Sample(key, key, [bytes]).ToContent(DateTimeOffset.UtcNow));

    /// <summary>Fills a folder with files that are named as entries.</summary>
    private static void Copy(string entry, int files)
    {
        var bytes = File.ReadAllBytes(entry);
        for (var key = Entries; key < files; key++)
            File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(entry)!, Sample.DigestOf(key) + ".entry"), bytes);
    }

    private static void Each(int count, Action<int> act)
    {
        for (var key = 0; key < count; key++)
            act(key);
    }

    private static TimeSpan Measure(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed;
    }

    private static void Say(TextWriter output, string what, int count, TimeSpan time) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {count} entries of 1 KB: {count / time.TotalSeconds:0} a second"));
}
