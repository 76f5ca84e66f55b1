using System.Globalization;
using System.Linq.Expressions;

namespace Refrain.Frames.Columns;

/// <summary>Adds values of a C# type to a column of the type that holds them best.</summary>
internal abstract class Appender<T>
{
    internal abstract void Add(T value);

    internal abstract void AddNull();

    internal abstract Column Build();

    internal static Appender<T> For(string? name, int expected)
    {
        var builder = ColumnFactory.Builder(name, RuntimeTypes.ColumnTypeFor(typeof(T)), expected);
        return new Compiled(builder, Store(builder));
    }

    /// <summary>Compiles <c>value => builder.Add((columnType)value)</c>, with nulls going to <c>AddNull</c>.</summary>
    private static Action<T> Store(IColumnBuilder builder)
    {
        var value = Expression.Parameter(typeof(T), "value");
        var target = Expression.Constant(builder);
        var inner = Nullable.GetUnderlyingType(typeof(T));
        var plain = inner is null ? (Expression)value : Expression.Property(value, nameof(Nullable<int>.Value));
        Expression add = builder is TextBuilder
            ? Expression.Call(target, nameof(TextBuilder.Add), null, AsText(plain))
            : Expression.Call(target, nameof(ValueBuilder<int>.Add), null, AsValue(plain));
        if (inner is not null)
        {
            add = Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<int>.HasValue)),
                add,
                Expression.Call(target, nameof(IColumnBuilder.AddNull), null));
        }

        return Expression.Lambda<Action<T>>(add, value).Compile();
    }

    private static Expression AsText(Expression value) => value.Type == typeof(string)
        ? value
        : Expression.Call(typeof(Appender<T>), nameof(ToText), null, Expression.Convert(value, typeof(object)));

    private static Expression AsValue(Expression value)
    {
        if (value.Type == typeof(DateTimeOffset))
            return Expression.Property(value, nameof(DateTimeOffset.UtcDateTime));
        if (value.Type == typeof(TimeOnly))
            return Expression.Call(value, nameof(TimeOnly.ToTimeSpan), null);
        var type = RuntimeTypes.ColumnTypeFor(value.Type);
        return value.Type == type ? value : Expression.Convert(value, type);
    }

    private static string? ToText(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private sealed class Compiled(IColumnBuilder builder, Action<T> store) : Appender<T>
    {
        internal override void Add(T value) => store(value);

        internal override void AddNull() => builder.AddNull();

        internal override Column Build() => builder.Build();
    }
}
