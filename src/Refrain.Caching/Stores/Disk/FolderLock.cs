namespace Refrain.Caching.Stores.Disk;

/// <summary>Lets one thread of one process at a time change what is in a folder.</summary>
/// <remarks>
/// A lock file, which is never deleted. The system frees it when a process dies. Threads of this process queue at a lock in memory; other
/// processes are asked again and again, and for ten seconds at most: a process that stands still must not stop all others.
/// </remarks>
internal sealed class FolderLock(string folder, FileSystem files)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly string _path = Path.Combine(folder, "lock");

    /// <exception cref="IOException">Another process holds it for too long.</exception>
    internal Held Take()
    {
        _gate.Enter();
        try
        {
            var (waited, pause) = (TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
            while (waited < Patience)
            {
                if (files.TryLock(_path) is { } file)
                    return new(_gate, file);
                files.Pause(pause);
                waited += pause;
                pause = pause < LongestPause ? pause * 2 : LongestPause;
            }

            throw new IOException($"Another process holds the lock '{_path}'.");
        }
        catch
        {
            _gate.Exit();
            throw;
        }
    }

    /// <summary>Takes it if nobody has it, else gives <see langword="null"/>.</summary>
    internal Held? TryTake()
    {
        if (!_gate.TryEnter())
            return null;
        try
        {
            if (files.TryLock(_path) is { } file)
                return new(_gate, file);
        }
        catch
        {
            _gate.Exit();
            throw;
        }

        _gate.Exit();
        return null;
    }

    /// <summary>The lock, taken; belongs to the thread that took it.</summary>
    internal sealed class Held(Lock gate, IDisposable file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            gate.Exit();
        }
    }
}
