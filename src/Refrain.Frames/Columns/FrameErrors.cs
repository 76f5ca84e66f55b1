using System.Globalization;
using Refrain.Frames.Expressions;

namespace Refrain.Frames.Columns;

/// <summary>Every error of a frame that is not about reading a file, so that they speak with one voice.</summary>
internal static class FrameErrors
{
    internal static FrameException NoColumn(string name, IEnumerable<string> columns)
    {
        var names = columns.ToList();
        var near = Nearest.To(name, names);
        var there = names.Count == 0 ? "The frame has no columns." : $"The columns are: {Names(names)}.";
        return new("RFN0201", near is null ? $"no column named '{name}'. {there}" : $"no column named '{name}'; did you mean '{near}'? {there}")
        {
            Column = name,
        };
    }

    internal static FrameException WrongType(Column column, Type asked) =>
        new("RFN0202", $"{Subject(column.Name)} holds {ColumnTypes.Name(column.Type)}, not {ColumnTypes.Name(asked)}; "
            + $"ask for {ColumnTypes.Name(column.Type)}, or convert the values with Select.")
        {
            Column = column.Name,
        };

    internal static FrameException WrongLength(string name, int length, int rows) =>
        new("RFN0203", $"column '{name}' has {Rows(length)}, but the frame has {Rows(rows)}; every column of a frame is equally long.") { Column = name };

    internal static FrameException NoRow(int row, int rows) =>
        new("RFN0204", rows == 0 ? $"there is no row {Text(row)}: the frame is empty." : $"there is no row {Text(row)}: rows are counted from 0 to {Text(rows - 1)}.");

    internal static FrameException Duplicate(string name) =>
        new("RFN0205", $"there is already a column named '{name}'; remove or rename it first, or replace its values with data[\"{name}\"] = ….") { Column = name };

    internal static FrameException NullValue(Column column, int row) =>
        new("RFN0206", $"row {Text(row)} of {Subject(column.Name)} is null, which {ColumnTypes.Name(column.Type)} cannot be; "
            + $"ask for {ColumnTypes.Name(column.Type)}?, or test IsNull first.")
        {
            Column = column.Name,
        };

    internal static FrameException CannotHold(Column column, object value) =>
        new("RFN0207", $"{Subject(column.Name)} holds {ColumnTypes.Name(column.Type)} and cannot take {Value(value)} ({ColumnTypes.Name(value.GetType())}); "
            + "give a value of its type, or replace the whole column.")
        {
            Column = column.Name,
        };

    internal static FrameException NotNumeric(Column column, string operation) =>
        new("RFN0208", $"{Subject(column.Name)} holds {ColumnTypes.Name(column.Type)}, which has no {operation}; it is there for numbers only.") { Column = column.Name };

    internal static FrameException NothingToRefine() =>
        new("RFN0209", "ThenBy refines an order, and this frame has none: call OrderBy or OrderByDescending first, and change nothing in between.");

    internal static FrameException UnknownType(Type type) =>
        new("RFN0210", $"a column cannot hold {ColumnTypes.Name(type)}; it holds one of {ColumnTypes.All}, or the nullable form of one.");

    internal static FrameException EmptyName(string where) =>
        new("RFN0211", $"a column needs a name, and {where} has none.");

    internal static FrameException NotOfMember(string column, int row, object value, Type type, Exception inner) =>
        new("RFN0212", $"row {Text(row)} of column '{column}' is {Value(value)}, which is no {ColumnTypes.Name(type)}; give the member the type of the column.", inner)
        {
            Column = column,
        };

    internal static FrameException TypesDiffer(Column first, Column second) =>
        new("RFN0213", $"{Subject(first.Name)} holds {ColumnTypes.Name(first.Type)} in one frame and {ColumnTypes.Name(second.Type)} in the other; "
            + "convert one of them before Concat.")
        {
            Column = first.Name,
        };

    internal static FrameException NoValues(Column column) =>
        new("RFN0214", $"{Subject(column.Name)} has no values, so none of them is least or greatest; ask for {ColumnTypes.Name(column.Type)}? to have null instead.")
        {
            Column = column.Name,
        };

    internal static FrameException NoOperation(string symbol, Operand left, Operand right) =>
        new("RFN0215", $"there is no {symbol} for {left} and {right}: give both sides one type; beside decimal write numbers with m, as in 1.5m.");

    internal static FrameException LengthsDiffer(Column left, Column right) =>
        new("RFN0216", $"{Subject(left.Name)} has {Rows(left.Length)} and {Subject(right.Name)} {Rows(right.Length)}; the columns of one expression are equally long.");

    internal static FrameException WrongMask(int length, int rows) =>
        new("RFN0216", $"the condition has {Rows(length)}, but the frame has {Rows(rows)}; make it of the frame's own columns.");

    internal static FrameException NoResult(int row, object left, object right, Exception inner) =>
        new("RFN0217", $"row {Text(row)} of an expression, with {Value(left)} and {Value(right)}, has no result: {inner.Message} Convert a column to a wider type, or leave the row out.", inner);

    internal static string Names(IEnumerable<string> names)
    {
        const int Most = 20;
        var list = names.ToList();
        var shown = string.Join(", ", list.Take(Most));
        return list.Count <= Most ? shown : $"{shown} and {Text(list.Count - Most)} more";
    }

    private static string Subject(string? name) => name is null ? "the column" : $"column '{name}'";

    private static string Rows(int count) => count == 1 ? "1 row" : $"{Text(count)} rows";

    private static string Value(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Length <= 40 ? $"'{text}'" : $"'{text[..40]}…'";
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
