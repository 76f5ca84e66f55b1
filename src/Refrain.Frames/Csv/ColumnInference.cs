using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Csv;

/// <summary>Finds the type that all values of a column of text have, and parses them.</summary>
internal sealed class ColumnInference(CsvOptions options)
{
    private readonly NumberFormatInfo _numbers = options.Culture.NumberFormat;
    private readonly string[] _dates = DateFormats.Dates(options);
    private readonly string[] _times = DateFormats.DatesAndTimes(options);

    /// <summary>The column in the first type that fits all of it; text when none does, or when there is nothing to go by.</summary>
    internal Column Infer(TextColumn text)
    {
        if (text.NullCount == text.Length)
            return text;
        return Number<int, IntParser>(text, new(_numbers), out _)
            ?? Number<long, LongParser>(text, new(_numbers), out _)
            ?? Number<double, DoubleParser>(text, new(_numbers), out _)
            ?? Number<decimal, DecimalParser>(text, new(_numbers), out _)
            ?? Try<DateOnly, DateParser>(text, new(_dates, options.Culture), out _)
            ?? Try<DateTime, DateTimeParser>(text, new(_times, options.Culture), out _)
            ?? Try<bool, BoolParser>(text, default, out _)
            ?? text;
    }

    /// <summary>The column in the given type, or null and the first row that is not of it.</summary>
    /// <exception cref="FrameException">A column cannot hold the type.</exception>
    internal Column? Parse(TextColumn text, Type type, out int wrong)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        wrong = -1;
        return inner == typeof(string) ? text
            : inner == typeof(int) ? Number<int, IntParser>(text, new(_numbers, codes: true), out wrong)
            : inner == typeof(long) ? Number<long, LongParser>(text, new(_numbers, codes: true), out wrong)
            : inner == typeof(float) ? Number<float, FloatParser>(text, new(_numbers), out wrong)
            : inner == typeof(double) ? Number<double, DoubleParser>(text, new(_numbers, codes: true), out wrong)
            : inner == typeof(decimal) ? Number<decimal, DecimalParser>(text, new(_numbers, codes: true), out wrong)
            : inner == typeof(DateOnly) ? Try<DateOnly, DateParser>(text, new(_dates, options.Culture), out wrong)
            : inner == typeof(DateTime) ? Try<DateTime, DateTimeParser>(text, new(_times, options.Culture), out wrong)
            : inner == typeof(TimeSpan) ? Try<TimeSpan, TimeSpanParser>(text, new(options.Culture), out wrong)
            : inner == typeof(bool) ? Try<bool, BoolParser>(text, default, out wrong)
            : throw FrameErrors.UnknownType(type);
    }

    private Column? Number<T, TParser>(TextColumn text, TParser parser, out int wrong)
        where T : unmanaged
        where TParser : struct, ICellParser<T> =>
        options.Thousands ? Try<T, GroupedParser<T, TParser>>(text, new(parser, _numbers), out wrong) : Try<T, TParser>(text, parser, out wrong);

    /// <summary>The column parsed, or null and the first row that cannot be.</summary>
    internal static Column? Try<T, TParser>(TextColumn text, TParser parser, out int wrong)
        where T : unmanaged
        where TParser : struct, ICellParser<T>
    {
        var builder = new ValueBuilder<T>(text.Name);
        wrong = 0;
        foreach (var chunk in text.Data.Chunks)
        {
            for (var i = 0; i < chunk.Length; i++, wrong++)
            {
                if (chunk.IsNull(i))
                    builder.AddNull();
                else if (parser.TryParse(chunk.Utf8(i), out var value))
                    builder.Add(value);
                else
                    return null;
            }
        }

        return builder.Build();
    }
}
