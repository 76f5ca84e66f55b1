using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A message in a coloured box.</summary>
internal sealed record Alert(Severity Severity, string Html) : Element
{
    internal override string Kind => "alert";

    public static Alert Of(Severity severity, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Alert(severity, MarkdownHtml.Of(text));
    }
}

/// <summary>What kind of message an alert is.</summary>
internal enum Severity
{
    Success,
    Info,
    Warning,
    Error,
}
