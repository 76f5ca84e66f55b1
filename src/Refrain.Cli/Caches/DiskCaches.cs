using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Caching.Hosting;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Cli.Caches;

/// <summary>What apps of this user keep on disk by <c>Persist.Disk</c>: a folder for each app.</summary>
internal static partial class DiskCaches
{
    /// <summary>The folder of all apps, unless they were given one of their own.</summary>
    internal static string DefaultFolder => Path.GetDirectoryName(CacheFolder.Of("app"))!;

    /// <summary>The apps' folders in it.</summary>
    internal static IReadOnlyList<string> Apps(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [];

    /// <summary>How many entries an app keeps, and how many bytes they take.</summary>
    internal static (int Entries, long Bytes) Measure(string app)
    {
        FileInfo[] entries = [.. EntryFiles.FoldersIn(app).SelectMany(EntryFiles.FoldersIn).SelectMany(EntryFiles.In)];
        return (entries.Length, entries.Sum(entry => entry.Length));
    }

    /// <summary>Removes an app's entries, or those chosen, as the app itself would: a computation that is going on elsewhere stores nothing afterwards.</summary>
    /// <exception cref="UsageException">The folder cannot be trusted.</exception>
    internal static int Clear(string app, ChosenFunctions chosen)
    {
        if (DiskFolder.Refusal(app, FileSystem.Real) is { } reason)
            throw new UsageException($"RFN0663: The folder '{app}' is not used as a cache, since it {reason}.");
        using var storage = DiskStorage.TryOpen(app, TimeProvider.System, NullLogger.Instance)!;
        return chosen switch
        {
            { Name: { } name } => ClearNamed(storage, name),
            { Tag: { } tag } => storage.RemoveTagged(tag),
            _ => storage.RemoveAll(),
        };
    }

    private static int ClearNamed(DiskStorage storage, string name) => EntryFiles.FoldersIn(storage.Root)
        .Select(FunctionIn)
        .Where(function => function is not null && NameOf().Match(function).Groups["name"].Value == name)
        .Sum(function => storage.Open(function!, "", new StorageLimits(null, null)).RemoveAll());

    /// <summary>The identity of the function whose folder this is, by the first of its entries that is whole; <see langword="null"/> when none is.</summary>
    private static string? FunctionIn(string folder) =>
        EntryFiles.FoldersIn(folder).SelectMany(EntryFiles.In).Select(entry => FunctionOf(entry.FullName)).FirstOrDefault(function => function is not null);

    private static string? FunctionOf(string entry)
    {
        try
        {
            using var file = FileSystem.Real.OpenToRead(entry);
            var length = RandomAccess.GetLength(file);
            if (length < EntryHeader.FixedBytes)
                return null;
            var memory = EntryMemory.Read(file, length);
            var head = memory.Span(0, EntryHeader.FixedBytes);
            var function = EntryHeader.IsEntry(head) && EntryHeader.IsOfThisVersion(head) ? EntryHeader.Read(memory)?.Function : null;
            GC.KeepAlive(memory);
            return function;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null; // it has just gone, or is being written
        }
    }

    /// <summary>Finds the name in <c>assembly|type|name(parameters):result</c>; before it may stand what a local function lies in, after it type arguments.</summary>
    [GeneratedRegex(@"^[^|]*\|[^|]*\|([^(]*>)?(?<name>[^<>(]+)(<[^(]*>)?\(", RegexOptions.ExplicitCapture)]
    private static partial Regex NameOf();
}

/// <summary>Which functions are meant: those of a name or of a tag, or all.</summary>
/// <param name="Name">The function's name as <c>refrain cache show</c> has it.</param>
/// <param name="Tag">One of its <c>Tags</c>.</param>
internal sealed record ChosenFunctions(string? Name, string? Tag)
{
    internal static ChosenFunctions All { get; } = new(null, null);
}
