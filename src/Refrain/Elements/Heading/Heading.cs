using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A heading, from the page's title (1) to a subheader (3).</summary>
internal sealed record Heading(int Level, string Html, string Anchor) : Element
{
    internal override string Kind => "heading";

    /// <summary>Makes a heading of Markdown text; <paramref name="anchor"/> is made from the text where it is not given.</summary>
    public static Heading Of(int level, string text, string? anchor)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Heading(level, MarkdownHtml.OfLine(text), Slug(anchor ?? text));
    }

    private static string Slug(string text)
    {
        var slug = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimEnd('-') is { Length: > 0 } some ? some : "section";
    }
}
