using System.Globalization;
using Microsoft.Extensions.Logging;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>The entries of one function, in the version that runs, as files.</summary>
internal sealed class DiskFunction : IFunctionStorage
{
    /// <summary>The file's time tells when it was last used, to this precision.</summary>
    private static readonly TimeSpan TouchAfter = TimeSpan.FromMinutes(1);

    private readonly DiskStorage _storage;
    private readonly FileSystem _files;
    private readonly FunctionFolder _folder;
    private readonly EntryReader _reader;
    private readonly DiskIndex? _index;
    private readonly StorageLimits _limits;
    private readonly string _function;
    private readonly string _fingerprint;
    private readonly string _version;

    internal DiskFunction(DiskStorage storage, FunctionFolder folder, string function, string fingerprint, StorageLimits limits)
    {
        (_storage, _folder, _function, _fingerprint, _limits) = (storage, folder, function, fingerprint, limits);
        _files = storage.Files;
        _version = Path.Combine(folder.Path, EntryFiles.FolderName(fingerprint));
        _reader = new(function, fingerprint, _files, storage.Clock);
        if (limits.MaxEntries is not null || limits.MaxBytes is not null)
            _index = new(_version, limits, _files, storage.Clock);
    }

    public StoredEntry? TryRead(KeyDigest key)
    {
        if (_storage.IsClosed)
            return null;
        var path = PathOf(key);
        try
        {
            var finding = _reader.Look(path, key);
            if (finding.Flaw is not (Flaw.None or Flaw.Missing or Flaw.Expired))
                finding = Repair(path, key);
            if (finding.Entry is not null)
                Touch(path, finding.Used);
            return finding.Entry;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            _storage.Logger.EntryUnreadable(exception, _function, path);
            return null;
        }
    }

    /// <remarks>A generation that could not be read is empty; storing under it says so.</remarks>
    public StorageTicket Begin(KeyDigest key)
    {
        try
        {
            var (all, own) = (_storage.Clears.Position(), _folder.Clears.Position());
            return new(key, string.Create(CultureInfo.InvariantCulture, $"{all.Epoch}.{all.Count}.{own.Epoch}.{own.Count}"));
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            return new(key, "");
        }
    }

    public bool Write(StorageTicket ticket, EntryContent content)
    {
        if (_storage.IsClosed)
            return false;
        var temporary = TemporaryFile.In(_folder.Path);
        var isStored = false;
        try
        {
            _files.CreateFolder(_folder.Path);
            var bytes = WriteFile(temporary, ticket.Key, content);
            if (bytes > _limits.MaxBytes)
                return false;
            _index?.ReadIfDue();
            using (_folder.Lock.Take())
                isStored = !WasCleared(ticket) && Place(temporary, ticket.Key, bytes, content.Expires);
            return isStored;
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw new StorageException($"A value of '{_function}' could not be stored in '{_folder.Path}': {exception.Message}", exception);
        }
        finally
        {
            if (!isStored)
                TemporaryFile.Drop(temporary, _files);
        }
    }

    public void Mark(IReadOnlyList<string> tags)
    {
        if (_storage.IsClosed)
            return;
        try
        {
            _files.CreateFolder(_folder.Path);
            using (_folder.Lock.Take())
            {
                if (!_folder.Tags.SequenceEqual(tags))
                    _folder.Tags = tags;
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw new StorageException($"The tags of '{_function}' could not be noted in '{_folder.Path}': {exception.Message}", exception);
        }
    }

    public bool Remove(KeyDigest key) => Clear(() => _folder.Clears.Append(key), () => _folder.Delete(key), () => _index?.Remove(EntryFiles.NameOf(key))) > 0;

    public int RemoveAll() => Clear(_folder.Clears.AppendAll, _folder.DeleteAll, () => _index?.RemoveAll());

    internal static bool IsOfTheDisk(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Looks again under the lock, so that a file which another has put there meanwhile stays; else removes it.</summary>
    private Finding Repair(string path, KeyDigest key)
    {
        using var held = _folder.Lock.TryTake();
        if (held is null)
            return new(Flaw.Missing);
        var finding = _reader.Look(path, key);
        switch (finding.Flaw)
        {
            case Flaw.Damaged:
                _storage.Logger.EntryDamaged(_function, finding.What, path);
                break;
            case Flaw.OtherFormat:
                _storage.Logger.EntryOfOtherFormat(_function, path);
                break;
            case Flaw.FromTheFuture:
                _storage.Logger.EntryFromTheFuture(_function, path);
                break;
            default:
                return finding;
        }

        _files.Delete(path);
        _index?.Remove(Path.GetFileName(path));
        return finding;
    }

    private void Touch(string path, DateTimeOffset used)
    {
        var now = _storage.Clock.GetUtcNow();
        if ((now - used).Duration() < TouchAfter)
            return;
        try
        {
            _files.SetTime(path, now);
            _index?.Use(Path.GetFileName(path));
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            // It was removed meanwhile, or may only be read: its content is as good as before.
        }
    }

    private long WriteFile(string path, KeyDigest key, EntryContent content)
    {
        var header = new EntryHeader
        {
            Function = _function,
            Fingerprint = _fingerprint,
            Key = key,
            Stored = content.Stored,
            Expires = content.Expires,
            Arguments = content.Arguments,
        };
        long bytes;
        using (var file = _files.Create(path))
        {
            bytes = EntryWriter.Write(file, header, content.WriteEnvelope, _limits.MaxBytes);
            if (bytes > _limits.MaxBytes)
                return bytes;
            _files.Flush(file);
        }

        _files.SetTime(path, _storage.Clock.GetUtcNow());
        return bytes;
    }

    private bool Place(string temporary, KeyDigest key, long bytes, DateTimeOffset? expires)
    {
        _files.CreateFolder(_version);
        _files.Rename(temporary, PathOf(key));
        _index?.Note(EntryFiles.NameOf(key), bytes, expires);
        try
        {
            _index?.MakeRoom();
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            _storage.Logger.RoomNotMade(exception, _function);
        }

        return true;
    }

    private bool WasCleared(StorageTicket ticket)
    {
        if (ticket.Generation.Length == 0)
            throw new IOException("which clears had come could not be read when the value was computed.");
        var numbers = Array.ConvertAll(ticket.Generation.Split('.'), number => long.Parse(number, CultureInfo.InvariantCulture));
        return _storage.Clears.HasCleared(ticket.Key, new(numbers[0], numbers[1]))
            || _folder.Clears.HasCleared(ticket.Key, new(numbers[2], numbers[3]));
    }

    /// <remarks>What can be deleted goes even where the clear cannot be noted.</remarks>
    private int Clear(Action note, Func<int> delete, Action forget)
    {
        if (_storage.IsClosed)
            return 0;
        var deleted = 0;
        try
        {
            _files.CreateFolder(_folder.Path);
            using var held = _folder.Lock.Take();
            try
            {
                note();
            }
            finally
            {
                forget();
                deleted = delete();
            }
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw new StorageException($"Stored values of '{_function}' could not be removed from '{_folder.Path}': {exception.Message}", exception);
        }

        return deleted;
    }

    private string PathOf(KeyDigest key) => Path.Combine(_version, EntryFiles.NameOf(key));
}
