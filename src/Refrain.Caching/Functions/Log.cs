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
}
