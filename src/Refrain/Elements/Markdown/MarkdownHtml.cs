using System.Net;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Refrain.Elements;

/// <summary>Turns Markdown into HTML that holds no markup of the text's author: raw HTML is shown as it is written, links lead only to safe places.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Blocks = Builder().Build();

    private static readonly MarkdownPipeline Line = LinePipeline();

    /// <summary>Paragraphs, lists, tables, code.</summary>
    public static string Of(string text) => Render(text, Blocks, isLine: false);

    /// <summary>One line, with emphasis, code and links but no paragraph around it: <c>1. Intro</c> stays as it is written.</summary>
    public static string OfLine(string text) => Render(text.ReplaceLineEndings(" "), Line, isLine: true);

    /// <summary>Text that Markdown shall leave as it is.</summary>
    public static string Escape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter))) escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }

    private static MarkdownPipelineBuilder Builder() =>
        new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().DisableHtml();

    private static MarkdownPipeline LinePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UseAutoLinks().UseEmphasisExtras().DisableHtml();
        builder.BlockParsers.RemoveAll(parser => parser is not ParagraphBlockParser);
        return builder.Build();
    }

    private static string Render(string text, MarkdownPipeline pipeline, bool isLine)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested deeper than any writer nests; such text is shown as it is written.
            return isLine ? WebUtility.HtmlEncode(text) : $"<p>{WebUtility.HtmlEncode(text)}</p>";
        }

        SafeLinks.Apply(document);
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer) { ImplicitParagraph = isLine };
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.TaskLists.HtmlTaskListRenderer>(new TaskListView());
        renderer.Render(document);
        return writer.ToString().TrimEnd('\n');
    }
}
