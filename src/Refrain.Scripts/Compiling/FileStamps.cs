using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Refrain.Scripts.Compiling;

/// <summary>Tells whether files were saved: by their names, lengths and times.</summary>
internal static class FileStamps
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>The files below a project's folder that match, without what builds make.</summary>
    internal static IEnumerable<FileInfo> Below(string folder, string pattern) => !Directory.Exists(folder) ? [] :
        new DirectoryInfo(folder).EnumerateFiles(pattern, Deep)
            .Where(file => Path.GetRelativePath(folder, file.FullName).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .OrderBy(file => file.FullName, StringComparer.Ordinal);

    /// <summary>Stands for files as they are now; one that is not there is no error.</summary>
    /// <param name="files">The files.</param>
    /// <param name="names">More that has to stay as it is.</param>
    internal static string Of(IEnumerable<FileInfo> files, params IEnumerable<string> names)
    {
        var stamps = new StringBuilder();
        foreach (var file in files)
            stamps.AppendLine(file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}") : file.FullName);
        stamps.AppendJoin('\n', names);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamps.ToString())));
    }
}
