using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Load.Disk;

/// <summary>Stores and removes entries until it is killed; says on its output what it is about to do, and does it when a line comes in.</summary>
internal static class CrashWriter
{
    /// <summary>More than a round comes to.</summary>
    private const int MostChanges = 10_000;

    internal static void Run(string root, int seed, int round)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        using var storage = DiskStorage.TryOpen(root, TimeProvider.System, NullLogger.Instance, new TellingFiles(output))!;
        var function = storage.Open("Load", "code", Sample.NoLimits);
        var random = new Random((seed * 31) ^ (round * 7919));
        for (var change = 0; change < MostChanges; change++)
        {
            var key = random.Next(Crash.Keys);
            var number = (round * MostChanges) + change;
            switch (random.Next(10))
            {
                case 0:
                    output.WriteLine("begin -1 none");
                    function.RemoveAll();
                    break;
                case 1:
                    output.WriteLine($"begin {key} none");
                    function.Remove(Sample.DigestOf(key));
                    break;
                default:
                    output.WriteLine($"begin {key} {number}");
                    function.Write(function.Begin(Sample.DigestOf(key)), Sample.Make(key, number, longest: 200_000).ToContent(DateTimeOffset.UtcNow));
                    break;
            }

            output.WriteLine("end");
        }
    }

    private sealed class TellingFiles(TextWriter output) : FileSystem
    {
        internal override Stream Create(string path)
        {
            Tell();
            return base.Create(path);
        }

        internal override void Flush(Stream file)
        {
            Tell();
            base.Flush(file);
        }

        internal override Stream OpenToChange(string path)
        {
            Tell();
            return base.OpenToChange(path);
        }

        internal override SafeFileHandle OpenToRead(string path)
        {
            Tell();
            return base.OpenToRead(path);
        }

        internal override void Rename(string from, string to)
        {
            Tell();
            base.Rename(from, to);
            Tell();
        }

        internal override void Delete(string path)
        {
            Tell();
            base.Delete(path);
        }

        internal override IDisposable? TryLock(string path)
        {
            Tell();
            return base.TryLock(path);
        }

        private void Tell()
        {
            output.WriteLine("step");
            if (Console.In.ReadLine() is null)
                throw new EndOfStreamException("Nobody is there to kill this process.");
        }
    }
}
