namespace Refrain.Frames.Columns;

/// <summary>Something done to a column whose type is known only when it runs.</summary>
internal interface IColumnVisitor<out TResult>
{
    TResult Visit<T>(ValueColumn<T> column)
        where T : unmanaged;

    TResult Visit(TextColumn column);
}
