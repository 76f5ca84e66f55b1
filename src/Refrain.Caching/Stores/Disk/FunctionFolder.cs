using Refrain.Caching.Keys;

namespace Refrain.Caching.Stores.Disk;

/// <summary>The folder of one function, with a folder for each version of its code; one object for it in a store.</summary>
internal sealed class FunctionFolder(string path, FileSystem files)
{
    internal string Path { get; } = path;

    internal FolderLock Lock { get; } = new(path, files);

    internal ClearLog Clears { get; } = new(System.IO.Path.Combine(path, "clears"), files);

    internal IEnumerable<string> Versions => EntryFiles.FoldersIn(Path);

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
