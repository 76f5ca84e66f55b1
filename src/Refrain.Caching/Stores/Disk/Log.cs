using Microsoft.Extensions.Logging;

namespace Refrain.Caching.Stores.Disk;

/// <summary>What the store on disk logs.</summary>
internal static partial class Log
{
    [LoggerMessage(21, LogLevel.Warning, "A stored value of '{Function}' is damaged: {What}. It is removed, and computed anew. File: {File}")]
    internal static partial void EntryDamaged(this ILogger logger, string function, string what, string file);

    [LoggerMessage(22, LogLevel.Information, "A stored value of '{Function}' was written by another version of Refrain. It is removed, and computed anew. File: {File}")]
    internal static partial void EntryOfOtherFormat(this ILogger logger, string function, string file);

    [LoggerMessage(23, LogLevel.Warning, "A stored value of '{Function}' has a time in the future. It is removed, and computed anew. File: {File}")]
    internal static partial void EntryFromTheFuture(this ILogger logger, string function, string file);

    [LoggerMessage(24, LogLevel.Warning, "A stored value of '{Function}' could not be read, and is computed anew. File: {File}")]
    internal static partial void EntryUnreadable(this ILogger logger, Exception exception, string function, string file);

    [LoggerMessage(25, LogLevel.Warning, "Nothing is kept on disk: the folder '{Folder}' {Reason}.")]
    internal static partial void FolderRefused(this ILogger logger, string folder, string reason);

    [LoggerMessage(26, LogLevel.Debug, "Looking for old files in '{Folder}' failed; it will be tried again.")]
    internal static partial void SweepFailed(this ILogger logger, Exception exception, string folder);

    [LoggerMessage(27, LogLevel.Warning, "Stored values of '{Function}' could not be removed to keep its limits; it will be tried again with the next one.")]
    internal static partial void RoomNotMade(this ILogger logger, Exception exception, string function);
}
