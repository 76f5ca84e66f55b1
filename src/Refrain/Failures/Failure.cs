using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Refrain.Apps;
using Refrain.Elements;
using Refrain.Pages;
using Refrain.Runs;

namespace Refrain.Failures;

/// <summary>Turns what a script throws into what its page shows.</summary>
internal static class Failure
{
    /// <summary>Logs the exception and describes it: whole in development, else by a number that the log has too.</summary>
    internal static Element Describe(Exception thrown, AppOptions options, Run run)
    {
        var reference = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        options.Logger.LogError(thrown, "Run {Run} failed. Reference {Reference}.", run.Number, reference);
        return options.Development ? ExceptionReport.Of(thrown) : ExceptionReport.Hidden(reference);
    }
}
