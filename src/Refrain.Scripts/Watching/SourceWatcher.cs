namespace Refrain.Scripts.Watching;

/// <summary>Says when sources were saved: once for the several events that one save gives, also from editors that write another file and
/// rename it.</summary>
internal sealed class SourceWatcher : IDisposable
{
    /// <summary>How long files must be left alone before they count as saved.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Built = ["bin", "obj"];

    private readonly Dictionary<string, FileSystemWatcher> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileSystemWatcher> _elsewhere = new(StringComparer.Ordinal);
    private readonly FileSystemWatcher _folder;
    private volatile HashSet<string> _files = [];
    private readonly ITimer _timer;
    private bool _disposed;

    /// <summary>Watches a script, and the sources beside it.</summary>
    /// <param name="path">Its full path; the folder must exist.</param>
    /// <param name="time">The clock.</param>
    /// <param name="saved">Called when something was saved; what it throws is a bug of ours and ends the process.</param>
    /// <param name="deep">Whether the sources in folders below belong to it too.</param>
    internal SourceWatcher(string path, TimeProvider time, Func<Task> saved, bool deep = false)
    {
        TimerCallback settled = _ => ThreadPool.QueueUserWorkItem(async _ => await saved().ConfigureAwait(false));
        _timer = time.CreateTimer(settled, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // The folder, not the file: a watch of the file ends when an editor replaces it.
        _folder = Watch(Path.GetDirectoryName(path)!, deep, IsSource);
    }

    /// <summary>Watches the folders of these projects too, and these files wherever they are, and no others any more.</summary>
    internal void Follow(IReadOnlyCollection<string> projects, IReadOnlyCollection<string> files)
    {
        lock (_projects)
        {
            _files = [.. files];
            Follow(_projects, projects, folder => Watch(folder, deep: true, IsSource));
            Follow(_elsewhere, [.. files.Select(file => Path.GetDirectoryName(file)!).Distinct()], folder => Watch(folder, deep: false, _files.Contains));
        }
    }

    public void Dispose()
    {
        lock (_projects)
            _disposed = true;
        Follow([], []);
        _folder.Dispose();
        _timer.Dispose();
    }

    private void Follow(Dictionary<string, FileSystemWatcher> watched, IReadOnlyCollection<string> folders, Func<string, FileSystemWatcher> watch)
    {
        foreach (var gone in watched.Keys.Except(folders).ToArray())
        {
            watched.Remove(gone, out var watcher);
            watcher!.Dispose();
        }

        foreach (var added in folders.Where(folder => !_disposed && !watched.ContainsKey(folder) && Directory.Exists(folder)))
            watched.Add(added, watch(added));
    }

    private FileSystemWatcher Watch(string folder, bool deep, Func<string, bool> counts)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size,
            IncludeSubdirectories = deep,
        };
        watcher.Changed += (_, change) => Touch(change.FullPath);
        watcher.Created += (_, change) => Touch(change.FullPath);
        watcher.Deleted += (_, change) => Touch(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Touch(change.OldFullPath);
            Touch(change.FullPath);
        };
        watcher.Error += (_, _) => Settle();
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Touch(string path)
        {
            if (counts(path) && !Built.Contains(Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0]))
                Settle();
        }
    }

    private void Settle() => _timer.Change(Settling, Timeout.InfiniteTimeSpan);

    private static bool IsSource(string name) =>
        name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
}
