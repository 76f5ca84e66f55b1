using Refrain.Frames.Columns;
using Refrain.Frames.Queries;

namespace Refrain.Frames.Expressions;

/// <summary>Compares text. Beside a single value each different text is looked at once.</summary>
internal static class TextComparison
{
    internal static Column Of<TRelation>(Operand left, Operand right, int length)
        where TRelation : IRelation =>
        (left.Column, right.Column) switch
        {
            (TextColumn texts, null) => Each(texts, text => TRelation.OfText(text, right.Text!)),
            (null, TextColumn texts) => Each(texts, text => TRelation.OfText(left.Text!, text)),
            _ => Pairs<TRelation>((TextColumn)left.Column!, (TextColumn)right.Column!, length),
        };

    private static Column Each(TextColumn column, Func<string, bool> holds)
    {
        var (ids, distinct) = KeyGroups.OfText(column);
        var answers = distinct.ConvertAll(text => text is null ? (bool?)null : holds(text));
        var builder = new ValueBuilder<bool>(null, column.Length);
        foreach (var id in ids)
        {
            if (answers[id] is { } answer)
                builder.Add(answer);
            else
                builder.AddNull();
        }

        return builder.Build();
    }

    private static Column Pairs<TRelation>(TextColumn left, TextColumn right, int length)
        where TRelation : IRelation
    {
        var builder = new ValueBuilder<bool>(null, length);
        for (var row = 0; row < length; row++)
        {
            if (left.ReadAt(row) is { } a && right.ReadAt(row) is { } b)
                builder.Add(TRelation.OfText(a, b));
            else
                builder.AddNull();
        }

        return builder.Build();
    }
}
