using System.Text;
using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>The folder of one function, with a folder for each version of its code; one object for it in a store.</summary>
internal sealed class FunctionFolder(string path, FileSystem files)
{
    internal string Path { get; } = path;

    internal FolderLock Lock { get; } = new(path, files);

    internal ClearLog Clears { get; } = new(System.IO.Path.Combine(path, "clears"), files);

    internal IEnumerable<string> Versions => EntryFiles.FoldersIn(Path);

    /// <summary>The tags by which a clear finds the function; none while nobody has noted any.</summary>
    internal IReadOnlyList<string> Tags
    {
        get => File.Exists(TagsPath) ? [.. File.ReadAllLines(TagsPath).Select(Uri.UnescapeDataString)] : [];
        set
        {
            var temporary = TemporaryFile.In(Path);
            try
            {
                using (var file = files.Create(temporary))
                    file.Write(Encoding.UTF8.GetBytes(string.Join('\n', value.Select(Uri.EscapeDataString))));
                files.Rename(temporary, TagsPath);
            }
            catch
            {
                TemporaryFile.Drop(temporary, files);
                throw;
            }
        }
    }

    private string TagsPath => System.IO.Path.Combine(Path, "tags");

    /// <summary>Deletes the entries of a key in all versions. Called under the lock.</summary>
    internal int Delete(KeyDigest key)
    {
        var deleted = 0;
        foreach (var version in Versions)
        {
            var file = System.IO.Path.Combine(version, EntryFiles.NameOf(key));
            if (!File.Exists(file))
                continue;
            files.Delete(file);
            deleted++;
        }

        return deleted;
    }

    /// <summary>Deletes all entries of all versions. Called under the lock.</summary>
    internal int DeleteAll()
    {
        var deleted = 0;
        foreach (var entry in Versions.SelectMany(EntryFiles.In))
        {
            files.Delete(entry.FullName);
            deleted++;
        }

        return deleted;
    }
}
