using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Refrain.Elements;

/// <summary>Lets links and images lead only to the web, to mail and telephone, and to places of the same site.</summary>
internal static class SafeLinks
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    public static void Apply(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            // GetDynamicUrl is asked before Url when a link is drawn: reference links have both.
            var url = link.GetDynamicUrl is { } dynamic ? dynamic() ?? link.Url : link.Url;
            link.GetDynamicUrl = null;
            link.Url = IsSafe(url, link.IsImage) ? url : "";
            if (!link.IsImage && LeadsAway(link.Url)) Guard(link.GetAttributes());
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            if (!link.IsEmail && !IsSafe(link.Url, isImage: false)) link.Url = "";
            if (!link.IsEmail && LeadsAway(link.Url)) Guard(link.GetAttributes());
        }
    }

    /// <summary>Whether a browser that follows an address stays with harmless schemes.</summary>
    public static bool IsSafe(string? url, bool isImage)
    {
        if (url is null) return false;

        // Browsers drop controls and white space before they look for the scheme: "java\tscript:" is "javascript:".
        var seen = string.Concat(url.Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter)));
        var colon = seen.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return true;
        var path = seen.AsSpan().IndexOfAny("/?#\\");
        if (path >= 0 && path < colon) return true;
        var scheme = seen[..colon];
        return isImage
            ? scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
            : Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);
    }

    private static bool LeadsAway(string? url) =>
        url is not null
        && (url.StartsWith("//", StringComparison.Ordinal)
            || url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    private static void Guard(HtmlAttributes attributes)
    {
        attributes.AddPropertyIfNotExist("target", "_blank");
        attributes.AddPropertyIfNotExist("rel", "noopener noreferrer");
    }
}
