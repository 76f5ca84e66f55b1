using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Refrain.Caching.Stores.Disk;

/// <summary>Entries as files in a folder, which several processes may share.</summary>
/// <remarks>
/// <code>
/// root/lock, root/clears                      of everything
/// root/function/lock, root/function/clears    of one function
/// root/function/tags                          by which a clear finds it
/// root/function/*.tmp                         entries being written
/// root/function/version/key.entry             entries
/// </code>
/// A look-up opens one file, so it takes no longer when there are many.
/// // Note [Clears across processes]
/// A computation notes how long the logs of clears are when it begins (<see cref="DiskFunction.Begin"/>). It stores under the lock of its
/// function: if neither log names its key since, its file is renamed to its place. A clear of the function takes the same lock, appends to the
/// function's log and deletes: so it comes before the look at the log, and nothing is stored, or after the rename, and the file is deleted. A
/// clear of everything first appends to the log of the root, then takes the lock of one function after the other and deletes: whoever looked
/// at the root's log before it was appended to holds the lock of a function whose folder exists already, so that clear is yet to come to it.
/// </remarks>
internal sealed class DiskStorage : IEntryStorage
{
    private static readonly TimeSpan SweepEach = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, FunctionFolder> _folders = new();
    private readonly ConcurrentDictionary<string, bool> _versions = new();
    private readonly string _root;
    private readonly FolderLock _lock;
    private readonly ITimer _timer;
    private volatile bool _isClosed;

    private DiskStorage(string root, TimeProvider clock, ILogger logger, FileSystem files)
    {
        (_root, Clock, Logger, Files) = (root, clock, logger, files);
        _lock = new(root, files);
        Clears = new(Path.Combine(root, "clears"), files);
        var sweep = new Sweep(this);
        _timer = clock.CreateTimer(_ => sweep.Step(), null, SweepEach, SweepEach);
    }

    internal TimeProvider Clock { get; }

    internal ILogger Logger { get; }

    internal FileSystem Files { get; }

    internal ClearLog Clears { get; }

    internal bool IsClosed => _isClosed;

    internal string Root => _root;

    /// <summary>Opens a folder, or makes it; <see langword="null"/>, and one warning, when it cannot be used or cannot be trusted.</summary>
    internal static DiskStorage? TryOpen(string root, TimeProvider clock, ILogger logger, FileSystem? files = null)
    {
        root = Path.GetFullPath(root);
        files ??= FileSystem.Real;
        if (DiskFolder.Refusal(root, files) is not { } reason)
            return new(root, clock, logger, files);
        logger.FolderRefused(root, reason);
        return null;
    }

    public IFunctionStorage Open(string function, string fingerprint, StorageLimits limits)
    {
        var folder = FolderAt(Path.Combine(_root, EntryFiles.FolderName(function)));
        _versions[Path.Combine(folder.Path, EntryFiles.FolderName(fingerprint))] = true;
        return new DiskFunction(this, folder, function, fingerprint, limits);
    }

    public int RemoveAll()
    {
        if (_isClosed)
            return 0;
        try
        {
            using (_lock.Take())
                Clears.AppendAll();
            var removed = 0;
            foreach (var path in EntryFiles.FoldersIn(_root))
            {
                var folder = FolderAt(path);
                using (folder.Lock.Take())
                    removed += folder.DeleteAll();
            }

            return removed;
        }
        catch (Exception exception) when (DiskFunction.IsOfTheDisk(exception))
        {
            throw new StorageException($"Stored values could not be removed from '{_root}': {exception.Message}", exception);
        }
    }

    public int RemoveTagged(string tag)
    {
        if (_isClosed)
            return 0;
        try
        {
            var removed = 0;
            foreach (var folder in EntryFiles.FoldersIn(_root).Select(FolderAt).Where(folder => folder.Tags.Contains(tag)))
            {
                using (folder.Lock.Take())
                {
                    folder.Clears.AppendAll();
                    removed += folder.DeleteAll();
                }
            }

            return removed;
        }
        catch (Exception exception) when (DiskFunction.IsOfTheDisk(exception))
        {
            throw new StorageException($"Stored values tagged '{tag}' could not be removed from '{_root}': {exception.Message}", exception);
        }
    }

    /// <summary>Ends the sweeps. Later calls find, store and remove nothing; entries that were read stay readable.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _timer.Dispose();
    }

    internal FunctionFolder FolderAt(string path) => _folders.GetOrAdd(path, static (path, files) => new(path, files), Files);

    /// <summary>Whether the folder is of a version that this process runs.</summary>
    internal bool IsOpen(string version) => _versions.ContainsKey(version);

    /// <summary>Whether the folder is of a function that this process has called.</summary>
    internal bool HasOpened(FunctionFolder folder) => _versions.Keys.Any(version => Path.GetDirectoryName(version) == folder.Path);
}
