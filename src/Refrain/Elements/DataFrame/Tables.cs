using System.Collections;
using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Refrain.Elements;

/// <summary>Everything that can be shown as a table, as a frame.</summary>
internal static class Tables
{
    /// <summary>A sequence that does not know its length is given up after so many rows: it may have no end.</summary>
    public const int MostRowsOfSequence = 1_000_000;

    /// <summary>Whether a value is a table by its nature, and not a list of single values or a tree.</summary>
    public static bool IsTable(object data) => data switch
    {
        DataFrame or Column or GroupedFrame or DataTable or DataView or IDataReader => true,
        Array { Rank: 2 } => true,
        string or IDictionary or JsonNode => false,
        IEnumerable items => ItemType(items) is { } item && IsRow(item),
        _ => false,
    };

    /// <summary>The data as a frame that later changes of the data do not reach.</summary>
    /// <param name="element">The element that shows it, for errors.</param>
    /// <param name="parameter">The element's parameter, for errors.</param>
    /// <param name="data">A table, or a sequence.</param>
    public static DataFrame ToFrame(string element, string parameter, object data)
    {
        ArgumentNullException.ThrowIfNull(data, parameter);
        return data switch
        {
            DataFrame frame => frame.Copy(),
            GroupedFrame => throw ElementErrors.NotAggregated(element, parameter),
            Column column => new DataFrame((column.Name ?? "value", column)),
            DataTable table => DataFrame.From(table),
            DataView view => DataFrame.From(view.ToTable()),
            IDataReader reader => DataFrame.From(reader),
            Array { Rank: 2 } cells => Call(nameof(FromCells), cells.GetType().GetElementType()!, cells),
            string or JsonNode => throw ElementErrors.NotATable(element, parameter, data.GetType()),
            IDictionary columns when HoldsColumns(columns) => FromColumns(columns),
            IEnumerable items when ItemType(items) is null => FromItems(items.Cast<object?>(), element, parameter),
            IEnumerable items when ItemType(items) is { } item && !HoldsMany(item) => Call(nameof(FromItems), item, items, element, parameter),
            _ => throw ElementErrors.NotATable(element, parameter, data.GetType()),
        };
    }

    private static Type? ItemType(IEnumerable items)
    {
        var types = items.GetType().GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(type => type.GetGenericArguments()[0])
            .ToList();
        return types.Count switch
        {
            0 => null,
            1 => types[0],
            _ => types.Find(type => type != typeof(object)),
        };
    }

    private static bool IsRow(Type item) =>
        item != typeof(object) && !Display.IsScalarType(item) && !HoldsMany(item) && !typeof(ITuple).IsAssignableFrom(item)
        && !typeof(Exception).IsAssignableFrom(item) && !typeof(Delegate).IsAssignableFrom(item)
        && !(item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        && item.Namespace != "System.Text.Json";

    /// <summary>Lists in a list: whether those are rows or columns nobody knows.</summary>
    private static bool HoldsMany(Type item) => typeof(IEnumerable).IsAssignableFrom(item) && item != typeof(string);

    private static bool HoldsColumns(IDictionary columns) =>
        columns.Count > 0 && columns.Values.Cast<object?>().All(values => values is IEnumerable and not string and not IDictionary);

    private static DataFrame FromColumns(IDictionary columns)
    {
        var frame = new List<Column>();
        foreach (DictionaryEntry entry in columns)
        {
            var items = (IEnumerable)entry.Value!;
            var column = items as Column
                ?? (ItemType(items) is { } item ? (Column)Invoke(nameof(FromValues), item, items)! : DataFrame.From(items.Cast<object?>()).Columns[0]);
            frame.Add(column.Named(Display.Text(entry.Key)));
        }
        return new DataFrame(frame);
    }

    private static DataFrame FromCells<T>(T[,] cells) => DataFrame.From(cells);

    private static DataFrame FromItems<T>(IEnumerable<T> items, string element, string parameter) =>
        DataFrame.From(items.TryGetNonEnumeratedCount(out _) ? items : Ending(items, element, parameter));

    private static Column FromValues<T>(IEnumerable<T> values) => Column.From(values);

    private static IEnumerable<T> Ending<T>(IEnumerable<T> items, string element, string parameter)
    {
        var rows = 0;
        foreach (var item in items)
        {
            if (rows++ == MostRowsOfSequence) throw ElementErrors.NoEnd(element, parameter);
            yield return item;
        }
    }

    private static DataFrame Call(string method, Type item, params object?[] arguments) => (DataFrame)Invoke(method, item, arguments)!;

    private static object? Invoke(string method, Type item, params object?[] arguments) =>
        typeof(Tables).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(item)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}
