using System.Data;
using System.Globalization;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Data tables and sets: columns with what they say of their cells, keys, and rows with their states.</summary>
internal static class TableBytes
{
    /// <summary>The types of columns, by their place: as everywhere, no name of a type is ever written.</summary>
    private static readonly Type[] CellTypes =
    [
        typeof(string), typeof(bool), typeof(char), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly),
        typeof(TimeOnly), typeof(Guid), typeof(Uri), typeof(byte[]), typeof(object),
    ];

    /// <remarks>Reading a table may build its internal indexes, so one at a time.</remarks>
    internal static void Write(ValueWriter writer, DataTable table)
    {
        lock (table)
            WriteTable(writer, table);
    }

    internal static DataTable Read(ValueReader reader)
    {
        reader.Array(8);
        var table = new DataTable(reader.Text(), reader.Text()) { Prefix = reader.Text(), CaseSensitive = reader.Bool() };
        table.Locale = CultureInfo.GetCultureInfo(reader.Text());
        foreach (var expression in ReadColumns(reader, table))
            table.Columns[expression.Column]!.Expression = expression.Text;
        ReadKeys(reader, table);
        ReadRows(reader, table);
        return table;
    }

    internal static void Write(ValueWriter writer, DataSet set)
    {
        lock (set)
        {
            writer.Array(5);
            writer.Text(set.DataSetName);
            writer.Text(set.Namespace);
            writer.Bool(set.CaseSensitive);
            writer.Array(set.Tables.Count);
            foreach (DataTable table in set.Tables)
                Write(writer, table);
            writer.Array(set.Relations.Count);
            foreach (DataRelation relation in set.Relations)
            {
                writer.Array(6);
                writer.Text(relation.RelationName);
                writer.Int(set.Tables.IndexOf(relation.ParentTable));
                writer.Value(relation.ParentColumns.Select(column => column.Ordinal).ToArray());
                writer.Int(set.Tables.IndexOf(relation.ChildTable));
                writer.Value(relation.ChildColumns.Select(column => column.Ordinal).ToArray());
                writer.Bool(relation.ChildKeyConstraint != null);
            }
        }
    }

    internal static DataSet ReadSet(ValueReader reader)
    {
        reader.Array(5);
        var set = new DataSet(reader.Text()) { Namespace = reader.Text(), CaseSensitive = reader.Bool() };
        for (var count = reader.Array(); count > 0; count--)
            set.Tables.Add(Read(reader));
        for (var count = reader.Array(); count > 0; count--)
        {
            reader.Array(6);
            var name = reader.Text();
            var parents = Columns(set.Tables[(int)reader.Int()], reader.Value<int[]>());
            var children = Columns(set.Tables[(int)reader.Int()], reader.Value<int[]>());
            set.Relations.Add(name, parents, children, reader.Bool());
        }

        return set;
    }

    private static void WriteTable(ValueWriter writer, DataTable table)
    {
        if (table.ExtendedProperties.Count > 0)
            throw new Refusal(table, typeof(DataTable), "a table with extended properties");
        writer.Array(8);
        writer.Text(table.TableName);
        writer.Text(table.Namespace);
        writer.Text(table.Prefix);
        writer.Bool(table.CaseSensitive);
        writer.Text(table.Locale.Name);
        writer.Array(table.Columns.Count);
        foreach (DataColumn column in table.Columns)
            WriteColumn(writer, table, column);
        var keys = table.Constraints.OfType<UniqueConstraint>().ToArray();
        writer.Array(keys.Length);
        foreach (var key in keys)
        {
            writer.Array(3);
            writer.Text(key.ConstraintName);
            writer.Bool(key.IsPrimaryKey);
            writer.Value(key.Columns.Select(column => column.Ordinal).ToArray());
        }

        writer.Array(table.Rows.Count);
        foreach (DataRow row in table.Rows)
            WriteRow(writer, table, row);
    }

    private static void WriteColumn(ValueWriter writer, DataTable table, DataColumn column)
    {
        var type = Array.IndexOf(CellTypes, column.DataType);
        if (type < 0)
            throw new Refusal(table, typeof(DataTable), $"a table whose column '{column.ColumnName}' holds {TypeNames.WithArticle(column.DataType)}");
        writer.Array(13);
        writer.Text(column.ColumnName);
        writer.Int(type);
        writer.Text(column.Caption);
        writer.Text(column.Namespace);
        writer.Bool(column.AllowDBNull);
        writer.Bool(column.ReadOnly);
        writer.Bool(column.AutoIncrement);
        writer.Int(column.AutoIncrementSeed);
        writer.Int(column.AutoIncrementStep);
        writer.Int(column.MaxLength);
        writer.Int((int)column.DateTimeMode);
        writer.Value<object?>(column.AutoIncrement ? DBNull.Value : column.DefaultValue);
        writer.Text(column.Expression);
    }

    private static List<(string Column, string Text)> ReadColumns(ValueReader reader, DataTable table)
    {
        var expressions = new List<(string, string)>();
        for (var count = reader.Array(); count > 0; count--)
        {
            reader.Array(13);
            var column = new DataColumn(reader.Text(), CellTypes[(int)reader.Int()]) { Caption = reader.Text(), Namespace = reader.Text() };
            var (allowsNull, isReadOnly, increments) = (reader.Bool(), reader.Bool(), reader.Bool());
            (column.AutoIncrementSeed, column.AutoIncrementStep) = (reader.Int(), reader.Int());
            var longest = (int)reader.Int();
            if (column.DataType == typeof(string))
                column.MaxLength = longest;
            var mode = (DataSetDateTime)reader.Int();
            if (column.DataType == typeof(DateTime))
                column.DateTimeMode = mode;
            var standard = reader.Value<object?>();
            if (increments)
                column.AutoIncrement = true;
            else
                column.DefaultValue = standard;
            (column.AllowDBNull, column.ReadOnly) = (allowsNull, isReadOnly);
            if (reader.Text() is { Length: > 0 } expression)
                expressions.Add((column.ColumnName, expression));
            table.Columns.Add(column);
        }

        return expressions;
    }

    private static void ReadKeys(ValueReader reader, DataTable table)
    {
        for (var count = reader.Array(); count > 0; count--)
        {
            reader.Array(3);
            var (name, isPrimary) = (reader.Text(), reader.Bool());
            table.Constraints.Add(new UniqueConstraint(name, Columns(table, reader.Value<int[]>()), isPrimary));
        }
    }

    /// <summary>A row's state, then its original cells if it has any, then its current ones if it has others.</summary>
    private static void WriteRow(ValueWriter writer, DataTable table, DataRow row)
    {
        writer.Array(3);
        writer.Int((int)row.RowState);
        Cells(row.RowState is DataRowState.Modified or DataRowState.Deleted, DataRowVersion.Original);
        Cells(row.RowState != DataRowState.Deleted, DataRowVersion.Current);

        void Cells(bool areThere, DataRowVersion version)
        {
            if (areThere)
                writer.Value(table.Columns.Cast<DataColumn>().Select(column => (object?)row[column, version]).ToArray());
            else
                writer.Null();
        }
    }

    private static void ReadRows(ValueReader reader, DataTable table)
    {
        var columns = table.Columns.Cast<DataColumn>().ToArray();
        var readOnly = columns.Where(column => column.ReadOnly && column.Expression.Length == 0).ToArray();
        foreach (var column in readOnly)
            column.ReadOnly = false;
        table.BeginLoadData();
        for (var count = reader.Array(); count > 0; count--)
        {
            reader.Array(3);
            var state = (DataRowState)reader.Int();
            var (original, current) = (reader.Value<object?[]?>(), reader.Value<object?[]?>());
            var row = table.NewRow();
            Fill(row, original ?? current);
            table.Rows.Add(row);
            if (state != DataRowState.Added)
                row.AcceptChanges();
            if (state == DataRowState.Modified)
                Fill(row, current);
            else if (state == DataRowState.Deleted)
                row.Delete();
        }

        table.EndLoadData();
        foreach (var column in readOnly)
            column.ReadOnly = true;

        void Fill(DataRow row, object?[]? cells)
        {
            if (cells is null || cells.Length != columns.Length)
                throw ValueReader.Damaged("the cells of a row");
            row.BeginEdit();
            foreach (var column in columns.Where(column => column.Expression.Length == 0))
                row[column] = cells[column.Ordinal];
            row.EndEdit();
        }
    }

    private static DataColumn[] Columns(DataTable table, int[] ordinals) => [.. ordinals.Select(ordinal => table.Columns[ordinal])];
}
