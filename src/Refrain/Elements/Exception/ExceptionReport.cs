using System.Reflection;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>An error, with the way to it through the user's own code.</summary>
internal sealed record ExceptionReport : Element
{
    private const int MostFrames = 20;

    internal override string Kind => "exception";

    public required string Title { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyList<UserFrame> Frames { get; init; }

    /// <summary>Where the error is explained.</summary>
    public string? Help { get; init; }

    /// <summary>The number under which the log has the details, where the page must not show them.</summary>
    public string? Reference { get; init; }

    /// <summary>The error in full, for its developer.</summary>
    public static ExceptionReport Of(Exception thrown)
    {
        ArgumentNullException.ThrowIfNull(thrown);
        var cause = Unwrapped(thrown);
        return new ExceptionReport
        {
            Title = Display.TypeName(cause.GetType()),
            Message = MessageOf(cause),
            Frames = [.. UserFrame.Of(Origin(cause)).Take(MostFrames)],
            Help = string.IsNullOrEmpty(cause.HelpLink) ? null : cause.HelpLink,
        };
    }

    /// <summary>No more than that something failed, with the number under which the log has the details.</summary>
    public static ExceptionReport Hidden(string reference) => new()
    {
        Title = "Something went wrong",
        Message = "The error was written to the log.",
        Frames = [],
        Reference = reference,
    };

    private static Exception Unwrapped(Exception thrown)
    {
        while (thrown is TargetInvocationException { InnerException: { } inner }) thrown = inner;
        while (thrown is AggregateException { InnerExceptions: [var only] }) thrown = only;
        return thrown;
    }

    private static string MessageOf(Exception thrown)
    {
        var message = new System.Text.StringBuilder(thrown.Message);
        for (var inner = thrown.InnerException; inner is not null; inner = inner.InnerException)
        {
            // Many errors repeat what caused them in their own words.
            if (thrown.Message.Contains(inner.Message, StringComparison.Ordinal)) continue;
            message.Append("\nCaused by ").Append(Display.TypeName(inner.GetType())).Append(": ").Append(inner.Message);
        }
        return message.ToString();
    }

    /// <summary>Where it began: an error that was caught and wrapped started where the innermost one was thrown.</summary>
    private static Exception Origin(Exception thrown)
    {
        while (thrown.InnerException is { StackTrace: not null } inner) thrown = inner;
        return thrown;
    }
}
