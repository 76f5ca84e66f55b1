using System.Linq.Expressions;
using System.Reflection;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Rows;

/// <summary>Turns objects into columns, one for each public member.</summary>
internal static class ItemReader<T>
{
    internal static DataFrame Read(IEnumerable<T> items)
    {
        var expected = items.TryGetNonEnumeratedCount(out var count) ? count : 0;
        if (RuntimeTypes.IsOneCell(typeof(T)))
            return new DataFrame(("value", ColumnFactory.Copy(null, items, expected)));
        if (typeof(T) == typeof(object))
            return ReadUntyped([.. items.Cast<object?>()]);

        var members = Members().Select(member => MemberReader.For(member, expected)).ToArray();
        foreach (var item in items)
        {
            foreach (var member in members)
                member.Add(item);
        }

        return new DataFrame(members.Select(member => member.Build()));
    }

    /// <summary>Public properties that can be read and public fields, those of base types first, properties before fields, as they are declared.</summary>
    private static IEnumerable<MemberInfo> Members()
    {
        var members = typeof(T).GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(member => member is FieldInfo || (member is PropertyInfo { CanRead: true } property && property.GetIndexParameters().Length == 0 && property.GetMethod!.IsPublic))
            .GroupBy(member => member.Name)
            .Select(same => same.MaxBy(member => Depth(member.DeclaringType!))!);
        return members.OrderBy(member => Depth(member.DeclaringType!)).ThenBy(member => member is FieldInfo).ThenBy(member => member.MetadataToken);
    }

    private static int Depth(Type type) => type.BaseType is null ? 0 : Depth(type.BaseType) + 1;

    /// <summary>Items of one runtime type are read as that type; of several, each becomes text.</summary>
    private static DataFrame ReadUntyped(List<object?> items)
    {
        var types = items.Where(item => item is not null).Select(item => item!.GetType()).Distinct().Take(2).ToList();
        if (types.Count != 1 || types[0] == typeof(object))
            return new DataFrame(("value", Column.From(items.Select(item => item?.ToString()))));
        var method = typeof(ItemReader<T>).GetMethod(nameof(ReadAs), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(types[0]);
        return method.CreateDelegate<Func<List<object?>, DataFrame>>()(items);
    }

    private static DataFrame ReadAs<TItem>(List<object?> items) =>
        default(TItem) is not null && items.Contains(null)
            ? new DataFrame(("value", Column.From(items.Select(item => item?.ToString()))))
            : ItemReader<TItem>.Read(items.Select(item => (TItem)item!));

    private abstract class MemberReader
    {
        internal abstract void Add(T item);

        internal abstract Column Build();

        internal static MemberReader For(MemberInfo member, int expected)
        {
            var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
            return (MemberReader)Activator.CreateInstance(
                typeof(MemberReader<>).MakeGenericType(typeof(T), type),
                BindingFlags.Instance | BindingFlags.NonPublic,
                binder: null,
                [member, expected],
                culture: null)!;
        }
    }

    private sealed class MemberReader<TMember> : MemberReader
    {
        private readonly Func<T, TMember> _get;
        private readonly Appender<TMember> _values;

        internal MemberReader(MemberInfo member, int expected)
        {
            var item = Expression.Parameter(typeof(T), "item");
            _get = Expression.Lambda<Func<T, TMember>>(Expression.MakeMemberAccess(item, member), item).Compile();
            _values = Appender<TMember>.For(member.Name, expected);
        }

        internal override void Add(T item)
        {
            if (item is null)
                _values.AddNull();
            else
                _values.Add(_get(item));
        }

        internal override Column Build() => _values.Build();
    }
}
