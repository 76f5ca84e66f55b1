using System.Linq.Expressions;
using System.Reflection;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>Turns rows into objects.</summary>
internal static class ItemWriter<T>
{
    internal static List<T> Write(DataFrame frame)
    {
        var make = Maker(frame);
        var items = new List<T>(frame.RowCount);
        foreach (var row in frame.Rows)
            items.Add(make(row));
        return items;
    }

    private static Func<Row, T> Maker(DataFrame frame)
    {
        var row = Expression.Parameter(typeof(Row), "row");
        if (RuntimeTypes.IsOneCell(typeof(T)) && frame.Columns.Count == 1)
            return Expression.Lambda<Func<Row, T>>(Cell(row, frame.Columns.Names[0], typeof(T)), row).Compile();

        var names = frame.Columns.Names;
        var constructor = typeof(T).GetConstructors().OrderBy(candidate => candidate.GetParameters().Length).FirstOrDefault();
        var parameters = constructor?.GetParameters() ?? [];
        var create = constructor is null ? Expression.New(typeof(T)) : Expression.New(constructor, parameters.Select(parameter => Argument(row, parameter, names)));
        var bindings = Settable()
            .Where(member => !parameters.Any(parameter => Same(parameter.Name!, member.Name)))
            .Select(member => (Member: member, Column: names.FirstOrDefault(name => Same(name, member.Name))))
            .Where(pair => pair.Column is not null)
            .Select(pair => Expression.Bind(pair.Member, Cell(row, pair.Column!, TypeOf(pair.Member))));
        return Expression.Lambda<Func<Row, T>>(Expression.MemberInit(create, bindings), row).Compile();
    }

    private static Expression Argument(ParameterExpression row, ParameterInfo parameter, IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => Same(name, parameter.Name!)) is { } column)
            return Cell(row, column, parameter.ParameterType);
        return parameter.HasDefaultValue
            ? Expression.Constant(parameter.DefaultValue, parameter.ParameterType)
            : throw FrameErrors.NoColumn(parameter.Name!, names);
    }

    private static IEnumerable<MemberInfo> Settable() => typeof(T).GetMembers(BindingFlags.Instance | BindingFlags.Public)
        .Where(member => member is FieldInfo { IsInitOnly: false } or PropertyInfo { SetMethod.IsPublic: true });

    private static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static MethodCallExpression Cell(ParameterExpression row, string column, Type type) =>
        Expression.Call(typeof(MemberValue), nameof(MemberValue.Read), [type], row, Expression.Constant(column));
}
