namespace Refrain.Caching.Stores.Disk;

/// <summary>Names and ends files that are being written.</summary>
internal static class TemporaryFile
{
    internal const string Pattern = "*.tmp";

    internal static string In(string folder) => Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");

    /// <summary>Deletes a file that was given up. If even that fails, a sweep will.</summary>
    internal static void Drop(string path, FileSystem files)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
