namespace Refrain.Caching.Stores.Disk;

/// <summary>Deletes what nobody will ask for: expired entries, entries of code that no longer runs, files of writers that died.</summary>
/// <remarks>A round goes through all folders, a few thousand files each minute, and begins again an hour after it ended.</remarks>
internal sealed class Sweep(DiskStorage storage)
{
    internal const int FilesPerStep = 4000;
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);
    private static readonly TimeSpan TemporaryFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan OtherVersionFor = TimeSpan.FromDays(7);

    /// <summary>A function that this process has not called yet may still be one of the app's.</summary>
    private static readonly TimeSpan OtherFunctionFor = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private IEnumerator<bool>? _round;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Goes on with the round, if one is due and nobody else is at it.</summary>
    internal void Step()
    {
        if (!_gate.TryEnter())
            return;
        try
        {
            if (storage.IsClosed || (_round is null && Now < _next))
                return;
            _round ??= Round().GetEnumerator();
            for (var file = 0; file < FilesPerStep && !storage.IsClosed; file++)
            {
                if (!_round.MoveNext())
                {
                    End();
                    return;
                }
            }
        }
        catch (Exception exception) when (DiskFunction.IsOfTheDisk(exception))
        {
            storage.Logger.SweepFailed(exception, storage.Root);
            End();
        }
        finally
        {
            _gate.Exit();
        }
    }

    private DateTimeOffset Now => storage.Clock.GetUtcNow();

    private void End()
    {
        _round?.Dispose();
        _round = null;
        _next = Now + Rest;
    }

    /// <summary>Looks at one file after the other.</summary>
    private IEnumerable<bool> Round()
    {
        foreach (var step in Temporary(storage.Root))
            yield return step;
        foreach (var path in EntryFiles.FoldersIn(storage.Root))
        {
            var folder = storage.FolderAt(path);
            foreach (var step in Temporary(path))
                yield return step;
            foreach (var version in folder.Versions)
            {
                foreach (var file in EntryFiles.In(version))
                {
                    if (IsOver(folder, version, file))
                        DeleteIfStill(folder, version, file);
                    yield return true;
                }

                if (!storage.IsOpen(version))
                    DeleteIfEmpty(folder, version);
            }
        }
    }

    private IEnumerable<bool> Temporary(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles(TemporaryFile.Pattern))
        {
            if (Now - file.LastWriteTimeUtc > TemporaryFor)
                TemporaryFile.Drop(file.FullName, storage.Files);
            yield return true;
        }
    }

    private bool IsOver(FunctionFolder folder, string version, FileInfo file)
    {
        var unread = storage.IsOpen(version) ? TimeSpan.MaxValue : storage.HasOpened(folder) ? OtherVersionFor : OtherFunctionFor;
        return file.Exists && (Now - file.LastWriteTimeUtc > unread || EntryFiles.Expiry(file.FullName, storage.Files) <= Now);
    }

    /// <summary>Looks again under the lock: another may have put a new file there.</summary>
    private void DeleteIfStill(FunctionFolder folder, string version, FileInfo file)
    {
        using var held = folder.Lock.TryTake();
        if (held is null)
            return;
        file.Refresh();
        if (IsOver(folder, version, file))
            storage.Files.Delete(file.FullName);
    }

    private void DeleteIfEmpty(FunctionFolder folder, string version)
    {
        using var held = folder.Lock.TryTake();
        if (held is not null && !Directory.EnumerateFileSystemEntries(version).Any())
            storage.Files.DeleteFolder(version);
    }
}
