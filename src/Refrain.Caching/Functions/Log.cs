using Microsoft.Extensions.Logging;

namespace Refrain.Caching.Functions;

/// <summary>What the cache logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The refresh of '{Function}' failed; the old value stays, and it will be tried again.")]
    internal static partial void RefreshFailed(this ILogger logger, Exception exception, string function);

    [LoggerMessage(2, LogLevel.Warning, "'{Validate}' threw when asked about a resource of '{Function}'; that counts as no.")]
    internal static partial void ValidateFailed(this ILogger logger, Exception exception, string validate, string function);

    [LoggerMessage(3, LogLevel.Error, "Releasing a resource of '{Function}' failed.")]
    internal static partial void ReleaseFailed(this ILogger logger, Exception exception, string function);

    [LoggerMessage(4, LogLevel.Warning, "'{Function}' returned {Size} bytes, more than its MaxSize of {MaxSize}: such values are returned, but not kept.")]
    internal static partial void TooLarge(this ILogger logger, string function, long size, long maxSize);

    [LoggerMessage(5, LogLevel.Warning, "{Call} was cancelled because nobody waited any more, and what it registered on its token threw.")]
    internal static partial void CancellationFailed(this ILogger logger, Exception exception, string call);

    [LoggerMessage(10, LogLevel.Warning, "A resource of '{Function}' left the cache, and callers that have no page, no request and no Cache.Hold() may still use it: " +
        "it is released in {Grace}, or when the program ends. Put `using (Cache.Hold())` around their use of it.")]
    internal static partial void ReleasedAfterGrace(this ILogger logger, string function, TimeSpan grace);

    [LoggerMessage(11, LogLevel.Debug, "No function was called to which the setting Refrain:Functions:{Name} applies.")]
    internal static partial void UnusedOverride(this ILogger logger, string name);

    [LoggerMessage(12, LogLevel.Information, "Entries of '{Function}' are computed anew: type `{Type}` changed.")]
    internal static partial void TypeChanged(this ILogger logger, string function, string type);

    [LoggerMessage(20, LogLevel.Warning, "Values of '{Function}' are not stored beside memory; calls work all the same, but nothing survives the end of the process.")]
    internal static partial void NotStored(this ILogger logger, Exception exception, string function);

    [LoggerMessage(21, LogLevel.Information, "A stored value of '{Function}' cannot be read back; it is computed again.")]
    internal static partial void StoredValueUnreadable(this ILogger logger, Exception exception, string function);
}
