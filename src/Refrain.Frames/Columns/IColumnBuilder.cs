namespace Refrain.Frames.Columns;

/// <summary>Collects the values of one column.</summary>
internal interface IColumnBuilder
{
    int Length { get; }

    void AddNull();

    /// <summary>Adds a value of exactly the column's type, or null.</summary>
    void AddBoxed(object? value);

    Column Build();
}
