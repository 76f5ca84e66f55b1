namespace Refrain.Scripts.Watching;

/// <summary>Says when a file was saved: once for the several events that one save gives, also from editors that write another file and
/// rename it.</summary>
internal sealed class ScriptWatcher : IDisposable
{
    /// <summary>How long a file must be left alone before it counts as saved.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private readonly FileSystemWatcher _watcher;
    private readonly ITimer _timer;
    private readonly string _file;

    /// <summary>Watches a file.</summary>
    /// <param name="path">Its full path; the folder must exist.</param>
    /// <param name="time">The clock.</param>
    /// <param name="saved">Called when it was saved; what it throws is a bug of ours and ends the process.</param>
    internal ScriptWatcher(string path, TimeProvider time, Func<Task> saved)
    {
        _file = Path.GetFileName(path);
        TimerCallback settled = _ => ThreadPool.QueueUserWorkItem(async _ => await saved().ConfigureAwait(false));
        _timer = time.CreateTimer(settled, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // The folder, not the file: a watch of the file ends when an editor replaces it.
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!)
        {
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size,
        };
        _watcher.Changed += (_, change) => Touch(change.Name);
        _watcher.Created += (_, change) => Touch(change.Name);
        _watcher.Renamed += (_, change) => Touch(change.Name);
        _watcher.Error += (_, _) => Touch(_file);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }

    private void Touch(string? name)
    {
        if (string.Equals(name, _file, StringComparison.Ordinal))
            _timer.Change(Settling, Timeout.InfiniteTimeSpan);
    }
}
