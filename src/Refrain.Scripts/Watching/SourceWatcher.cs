namespace Refrain.Scripts.Watching;

/// <summary>Says when sources were saved: once for the several events that one save gives, also from editors that write another file and
/// rename it.</summary>
internal sealed class SourceWatcher : IDisposable
{
    /// <summary>How long files must be left alone before they count as saved.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Built = ["bin", "obj"];

    private readonly Dictionary<string, FileSystemWatcher> _projects = new(StringComparer.Ordinal);
    private readonly FileSystemWatcher _folder;
    private readonly ITimer _timer;
    private bool _disposed;

    /// <summary>Watches a script, and the sources beside it.</summary>
    /// <param name="path">Its full path; the folder must exist.</param>
    /// <param name="time">The clock.</param>
    /// <param name="saved">Called when something was saved; what it throws is a bug of ours and ends the process.</param>
    internal SourceWatcher(string path, TimeProvider time, Func<Task> saved)
    {
        TimerCallback settled = _ => ThreadPool.QueueUserWorkItem(async _ => await saved().ConfigureAwait(false));
        _timer = time.CreateTimer(settled, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // The folder, not the file: a watch of the file ends when an editor replaces it.
        _folder = Watch(Path.GetDirectoryName(path)!, deep: false);
    }

    /// <summary>Watches the folders of these projects too, and no others any more.</summary>
    internal void Follow(IReadOnlyCollection<string> projects)
    {
        lock (_projects)
        {
            foreach (var gone in _projects.Keys.Except(projects).ToArray())
            {
                _projects.Remove(gone, out var watcher);
                watcher!.Dispose();
            }

            foreach (var added in projects.Where(folder => !_disposed && !_projects.ContainsKey(folder) && Directory.Exists(folder)))
                _projects.Add(added, Watch(added, deep: true));
        }
    }

    public void Dispose()
    {
        lock (_projects)
            _disposed = true;
        Follow([]);
        _folder.Dispose();
        _timer.Dispose();
    }

    private FileSystemWatcher Watch(string folder, bool deep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size,
            IncludeSubdirectories = deep,
        };
        watcher.Changed += (_, change) => Touch(change.Name);
        watcher.Created += (_, change) => Touch(change.Name);
        watcher.Deleted += (_, change) => Touch(change.Name);
        watcher.Renamed += (_, change) =>
        {
            Touch(change.OldName);
            Touch(change.Name);
        };
        watcher.Error += (_, _) => Settle();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Touch(string? name)
    {
        if (name is not null && IsSource(name) && !Built.Contains(name.Split(Path.DirectorySeparatorChar)[0]))
            Settle();
    }

    private void Settle() => _timer.Change(Settling, Timeout.InfiniteTimeSpan);

    private static bool IsSource(string name) =>
        name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
}
