using Microsoft.Extensions.Options;

namespace Refrain.Server.Mounting;

/// <summary>Refuses limits that no page could live with.</summary>
internal sealed class RefrainOptionsCheck : IValidateOptions<RefrainOptions>
{
    public ValidateOptionsResult Validate(string? name, RefrainOptions options)
    {
        string[] wrong =
        [
            .. TooSmall(nameof(options.MaxSessions), options.MaxSessions, 1),
            .. TooSmall(nameof(options.MaxMessageBytes), options.MaxMessageBytes, 1024),
            .. TooSmall(nameof(options.MaxMessagesPerSecond), options.MaxMessagesPerSecond, 1),
            .. Negative(nameof(options.Retention), options.Retention),
        ];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string[] Negative(string option, TimeSpan value) =>
        value >= TimeSpan.Zero ? [] : [$"RFN0605: Refrain:{option} is {value}, but must not be negative."];

    private static string[] TooSmall(string option, int value, int least) =>
        value >= least ? [] : [$"RFN0605: Refrain:{option} is {value}, but must be at least {least}."];
}
