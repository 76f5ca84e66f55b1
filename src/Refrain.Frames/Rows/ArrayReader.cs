using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>Turns a two-dimensional array into columns.</summary>
internal static class ArrayReader
{
    internal static DataFrame Read<T>(T[,] values)
    {
        var columns = new List<Column>();
        for (var column = 0; column < values.GetLength(1); column++)
        {
            var appender = Appender<T>.For(column.ToString(CultureInfo.InvariantCulture), values.GetLength(0));
            for (var row = 0; row < values.GetLength(0); row++)
                appender.Add(values[row, column]);
            columns.Add(appender.Build());
        }

        return new DataFrame(columns);
    }
}
