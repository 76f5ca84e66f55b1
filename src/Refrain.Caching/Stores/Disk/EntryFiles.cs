using System.Security.Cryptography;
using System.Text;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>How files and folders of entries are named, and found: <c>root/function/fingerprint/key.entry</c>.</summary>
internal static class EntryFiles
{
    private const string Extension = ".entry";
    private const int FolderNameBytes = 16;

    /// <summary>The name of a function's or a fingerprint's folder: the first half of its SHA-256, since names have no place for the whole text.</summary>
    internal static string FolderName(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, FolderNameBytes));

    internal static string NameOf(KeyDigest key) => key + Extension;

    internal static IEnumerable<FileInfo> In(string folder)
    {
        var entries = new DirectoryInfo(folder);
        return entries.Exists ? entries.EnumerateFiles("*" + Extension) : [];
    }

    /// <summary>The folders in a folder that could be of a function or of a fingerprint; nothing else in there is ours.</summary>
    internal static IEnumerable<string> FoldersIn(string folder) =>
        Directory.EnumerateDirectories(folder).Where(path => Path.GetFileName(path) is { Length: FolderNameBytes * 2 } name && name.All(char.IsAsciiHexDigitLower));

    /// <summary>When an entry ends, by its header, which is not verified: long ago, if it has none that can be read.</summary>
    internal static DateTimeOffset Expiry(string path, FileSystem files)
    {
        try
        {
            Span<byte> head = stackalloc byte[EntryHeader.FixedBytes];
            using var file = files.OpenToRead(path);
            return EntryHeader.TryPeek(head[..RandomAccess.Read(file, head, 0)], out var expires)
                ? expires ?? DateTimeOffset.MaxValue
                : DateTimeOffset.MinValue;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DateTimeOffset.MaxValue;
        }
    }
}
