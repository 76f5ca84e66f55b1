using Microsoft.Win32.SafeHandles;

namespace Refrain.Caching.Stores.Disk;

/// <summary>Everything the store does to files; tests replace parts to make a disk full, or to stop between two steps.</summary>
internal class FileSystem
{
    internal static readonly FileSystem Real = new();

    /// <summary>What other users may do with what the store makes: nothing.</summary>
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileModeBits = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int BufferBytes = 64 * 1024;

    internal virtual void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, FolderMode);
    }

    /// <summary>A new file to write.</summary>
    internal virtual Stream Create(string path) => Open(path, FileMode.CreateNew, FileShare.Read);

    /// <summary>Puts on the disk itself what was written to a stream of <see cref="Create"/>.</summary>
    internal virtual void Flush(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    /// <summary>A file to change, made if there is none.</summary>
    internal virtual Stream OpenToChange(string path) => Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Opens so that others may rename and delete meanwhile; what was opened can be read to its end.</summary>
    internal virtual SafeFileHandle OpenToRead(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Puts a file in the place of another, or where there was none, in one step.</summary>
    internal virtual void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    internal virtual void Delete(string path) => File.Delete(path);

    /// <summary>Deletes an empty folder.</summary>
    internal virtual void DeleteFolder(string path) => Directory.Delete(path);

    internal virtual void SetTime(string path, DateTimeOffset time) => File.SetLastWriteTimeUtc(path, time.UtcDateTime);

    /// <summary>Opens a file that nobody else has open this way, in any process; <see langword="null"/> while somebody has.</summary>
    internal virtual IDisposable? TryLock(string path)
    {
        try
        {
            return Open(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException exception) when (IsLocked(exception))
        {
            return null;
        }
    }

    /// <summary>Waits before a lock is tried again.</summary>
    /// <remarks>By the clock, since nothing tells a process that another has let go of a file.</remarks>
    internal virtual void Pause(TimeSpan time) => Thread.Sleep(time);

    /// <summary>Whether a folder belongs to the user as whom this process runs.</summary>
    internal virtual bool IsOurs(string folder) => OperatingSystem.IsWindows() || UnixOwner.IsUs(folder);

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = BufferBytes };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileModeBits;
        return new FileStream(path, options);
    }

    /// <remarks>EWOULDBLOCK of Linux and of macOS; a sharing violation and a lock violation of Windows.</remarks>
    private static bool IsLocked(IOException exception) => OperatingSystem.IsWindows()
        ? exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        : exception.HResult == (OperatingSystem.IsLinux() ? 11 : 35);
}
