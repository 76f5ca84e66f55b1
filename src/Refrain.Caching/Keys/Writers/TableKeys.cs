using System.Data;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Data tables: name, columns with their types and rules, and the rows in their order, with what they were before a change.</summary>
internal static class TableKeys
{
    internal static void Write(KeyStream stream, DataTable table)
    {
        stream.Text(table.TableName);
        stream.Text(table.Namespace);
        stream.Text(table.Locale.Name);
        stream.Value(table.CaseSensitive);
        stream.Value(Array.ConvertAll(table.PrimaryKey, column => column.Ordinal));
        stream.Put(table.Columns.Count);
        foreach (DataColumn column in table.Columns)
        {
            stream.Text(column.ColumnName);
            stream.Value(column.DataType);
            stream.Text(column.Caption);
            stream.Text(column.Expression);
            stream.Value(column.AllowDBNull);
            stream.Value(column.ReadOnly);
            stream.Value(column.Unique);
            stream.Value(column.DefaultValue);
        }

        stream.Put(table.Rows.Count);
        foreach (DataRow row in table.Rows)
        {
            stream.Put((int)row.RowState);
            foreach (var version in (ReadOnlySpan<DataRowVersion>)[DataRowVersion.Original, DataRowVersion.Current])
            {
                // Whether a row has a version follows from its state.
                if (!row.HasVersion(version) || (version == DataRowVersion.Original && row.RowState == DataRowState.Unchanged))
                    continue;
                foreach (DataColumn column in table.Columns)
                    stream.Value(row[column, version]);
            }
        }
    }
}
