using System.Data;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Data tables: name, columns with their types, and the current rows in their order.</summary>
internal static class TableKeys
{
    internal static void Write(KeyStream stream, DataTable table)
    {
        stream.Text(table.TableName);
        stream.Text(table.Namespace);
        stream.Put(table.Columns.Count);
        foreach (DataColumn column in table.Columns)
        {
            stream.Text(column.ColumnName);
            stream.Value(column.DataType);
            stream.Text(column.Caption);
        }

        stream.Put(table.Rows.Count);
        foreach (DataRow row in table.Rows)
        {
            stream.Put((int)row.RowState);
            var version = row.RowState == DataRowState.Deleted ? DataRowVersion.Original : DataRowVersion.Current;
            foreach (DataColumn column in table.Columns)
                stream.Value(row[column, version]);
        }
    }
}
