using System.Collections;
using System.Data;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Copies of data tables and sets, made by the platform. It shares what cells hold, so cells must hold what never changes.</summary>
internal static class TableCopies
{
    private const long BytesPerRow = 128;

    private static readonly DataRowVersion[] Versions = [DataRowVersion.Original, DataRowVersion.Current];

    /// <remarks>Reading a table may build its internal indexes, so one at a time.</remarks>
    internal static DataTable Copy(DataTable table)
    {
        lock (table)
            return table.Copy();
    }

    internal static DataSet Copy(DataSet set)
    {
        lock (set)
            return set.Copy();
    }

    internal static long SizeOf(DataSet set)
    {
        CheckEach(set, set.ExtendedProperties.Values);
        return 1024 + set.Tables.Cast<DataTable>().Sum(SizeOf);
    }

    /// <exception cref="Refusal">A cell holds what can change.</exception>
    internal static long SizeOf(DataTable table)
    {
        CheckEach(table, table.ExtendedProperties.Values);
        var size = 4096 + BytesPerRow * table.Rows.Count;
        foreach (DataColumn column in table.Columns)
        {
            CheckEach(table, column.ExtendedProperties.Values);
            size += 256 + SizeOf(table, column);
        }

        return size;
    }

    private static long SizeOf(DataTable table, DataColumn column)
    {
        if (Bits.Only(column.DataType))
            return table.Rows.Count * (long)Bits.SizeOf(column.DataType);
        var size = 0L;
        foreach (DataRow row in table.Rows)
        {
            foreach (var version in Versions.Where(version => row.HasVersion(version)))
            {
                var cell = row[column, version];
                Check(table, cell);
                size += 8 + cell switch
                {
                    string text => 22 + 2L * text.Length,
                    Array array => 24 + array.LongLength * 8,
                    _ => 24,
                };
            }
        }

        return size;
    }

    private static void CheckEach(object owner, IEnumerable values)
    {
        foreach (var value in values)
            Check(owner, value);
    }

    /// <summary>Arrays the platform clones; everything else it shares.</summary>
    private static void Check(object owner, object? value)
    {
        var type = value?.GetType();
        var held = type is { IsSZArray: true } ? type.GetElementType()! : type;
        if (held is null || held == typeof(string) || SharingRules.Of(held) == Sharing.Always)
            return;
        throw new Refusal(owner, owner.GetType(), $"a table in which a cell holds {TypeNames.WithArticle(type!)}, which can change");
    }
}
