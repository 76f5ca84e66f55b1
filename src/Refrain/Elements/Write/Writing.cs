using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>Chooses how <c>Ui.Write</c> shows a value: the first writer that takes it.</summary>
internal static class Writing
{
    /// <summary>From the particular to the general; the last takes everything.</summary>
    private static readonly IValueWriter[] Writers =
    [
        new NullWriter(),
        new ExceptionWriter(),
        new AwaitableWriter(),
        new TableWriter(),
        new TreeWriter(),
        new FieldsWriter(),
    ];

    /// <summary>The elements that show some values. Text and numbers that follow each other share a line.</summary>
    public static IEnumerable<Element> Elements(params ReadOnlySpan<object?> values)
    {
        var elements = new List<Element>();
        var line = new List<string>();
        foreach (var value in values)
        {
            if (value is not null && Display.IsScalar(value))
            {
                line.Add(value is string text ? text : MarkdownHtml.Escape(Display.Text(value)));
                continue;
            }

            EndLine(line, elements);
            elements.Add(ElementOf(value));
        }

        EndLine(line, elements);
        return elements;
    }

    private static void EndLine(List<string> line, List<Element> elements)
    {
        if (line.Count > 0) elements.Add(new Markdown(MarkdownHtml.Of(string.Join(' ', line))));
        line.Clear();
    }

    private static Element ElementOf(object? value)
    {
        foreach (var writer in Writers)
        {
            if (writer.TryWrite(value) is { } element) return element;
        }
        throw new System.Diagnostics.UnreachableException();
    }
}
