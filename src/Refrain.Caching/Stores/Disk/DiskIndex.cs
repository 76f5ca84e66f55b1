namespace Refrain.Caching.Stores.Disk;

/// <summary>What lies in the folder of a function with limits, in the order of its use, so that the right files make room.</summary>
/// <remarks>
/// Read from the folder before the first write, never for a read. What other processes write is counted when it is read again, at most once a
/// minute; what they use shows in the file's time, which is looked at before a file goes.
/// </remarks>
internal sealed class DiskIndex(string folder, StorageLimits limits, FileSystem files, TimeProvider clock)
{
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly SortedSet<Known> _byUse = new(Comparer<Known>.Create((a, b) => (a.Used, a.Turn).CompareTo((b.Used, b.Turn))));
    private readonly SortedSet<Known> _byExpiry = new(Comparer<Known>.Create((a, b) => (a.Expires, a.Turn).CompareTo((b.Expires, b.Turn))));
    private Dictionary<string, Known> _known = [];
    private DateTimeOffset? _read;
    private long _turns;
    private long _bytes;

    /// <summary>Reads what lies in the folder, unless that was done a short time ago.</summary>
    internal void ReadIfDue()
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_read is { } last && now - last < ReadAgainAfter && now >= last)
                return;
            var before = _known;
            Forget();
            foreach (var file in EntryFiles.In(folder).OrderBy(file => file.LastWriteTimeUtc))
            {
                var expires = before.TryGetValue(file.Name, out var known) && known.Bytes == file.Length ? known.Expires : EntryFiles.Expiry(file.FullName, files);
                Add(new(file.Name, file.Length, file.LastWriteTimeUtc, expires, ++_turns));
            }

            _read = now;
        }
    }

    internal void Note(string name, long bytes, DateTimeOffset? expires)
    {
        lock (_gate)
        {
            Remove(name);
            Add(new(name, bytes, clock.GetUtcNow(), expires ?? DateTimeOffset.MaxValue, ++_turns));
        }
    }

    internal void Use(string name)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(name, out var known))
                Use(known, clock.GetUtcNow());
        }
    }

    internal void Remove(string name)
    {
        lock (_gate)
        {
            if (!_known.Remove(name, out var known))
                return;
            _byUse.Remove(known);
            _byExpiry.Remove(known);
            _bytes -= known.Bytes;
        }
    }

    internal void RemoveAll()
    {
        lock (_gate)
            Forget();
    }

    /// <summary>Deletes files until the limits hold: expired ones first, then the least recently used. Called under the lock of the function's folder.</summary>
    internal void MakeRoom()
    {
        lock (_gate)
        {
            while (_known.Count > limits.MaxEntries || _bytes > limits.MaxBytes)
            {
                var victim = _byExpiry.Min!.Expires <= clock.GetUtcNow() ? _byExpiry.Min : LeastRecentlyUsed();
                files.Delete(Path.Combine(folder, victim.Name));
                Remove(victim.Name);
            }
        }
    }

    private Known LeastRecentlyUsed()
    {
        while (true)
        {
            var oldest = _byUse.Min!;
            DateTimeOffset used = File.GetLastWriteTimeUtc(Path.Combine(folder, oldest.Name));
            if (used <= oldest.Used)
                return oldest;
            Use(oldest, used);
        }
    }

    private void Use(Known known, DateTimeOffset used)
    {
        Remove(known.Name);
        Add(known with { Used = used, Turn = ++_turns });
    }

    private void Add(Known known)
    {
        _known.Add(known.Name, known);
        _byUse.Add(known);
        _byExpiry.Add(known);
        _bytes += known.Bytes;
    }

    private void Forget()
    {
        _known = [];
        _byUse.Clear();
        _byExpiry.Clear();
        _bytes = 0;
    }

    private sealed record Known(string Name, long Bytes, DateTimeOffset Used, DateTimeOffset Expires, long Turn);
}
