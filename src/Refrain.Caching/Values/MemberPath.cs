using System.Collections;
using System.Globalization;

namespace Refrain.Caching.Values;

/// <summary>Finds the way from a value to something inside it, as one would write it in code. Only errors need it, so it takes its time.</summary>
internal static class MemberPath
{
    private const int MostSteps = 1_000_000;

    /// <summary>The shortest path, for example <c>.Client.Handler</c> or <c>[3].Name</c>; empty for the value itself.</summary>
    /// <param name="root">Where it begins.</param>
    /// <param name="offender">The object to find, or <see langword="null"/> to find one by its type.</param>
    /// <param name="type">The type of what is to be found.</param>
    internal static string Between(object? root, object? offender, Type type)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<(object Value, string Path)>();
        if (root != null)
            open.Enqueue((root, ""));
        while (open.Count > 0 && seen.Count < MostSteps)
        {
            var (value, path) = open.Dequeue();
            if (IsIt(value, offender, type))
                return path;
            if (value is string || Bits.Only(value.GetType()) || !seen.Add(value))
                continue;
            foreach (var (step, member, declared) in Members(value))
            {
                if (offender is null && declared == type)
                    return path + step;
                if (member != null)
                    open.Enqueue((member, path + step));
            }
        }

        return "";
    }

    private static bool IsIt(object value, object? offender, Type type)
    {
        if (offender is null || offender.GetType().IsValueType)
            return value.GetType() == type;
        return ReferenceEquals(value, offender);
    }

    private static IEnumerable<(string Step, object? Member, Type Declared)> Members(object value)
    {
        var type = value.GetType();
        if (value is Array array)
            return Items(array, array.GetType().GetElementType()!);
        if (value is Delegate or Type)
            return [];
        var own = Fields.Of(type).AsEnumerable();
        if (Collections.BaseOf(type) is not { } known)
            return own.Select(field => Field(field, value));
        var items = known.Items.Length == 2 ? Pairs((IEnumerable)value, known.Items) : Items((IEnumerable)value, known.Items[0]);
        return known.Type == type ? items : items.Concat(Fields.Above(type, known.Type).Select(field => Field(field, value)));
    }

    private static (string Step, object? Member, Type Declared) Field(System.Reflection.FieldInfo field, object value)
    {
        var isReadable = !field.FieldType.IsPointer && !field.FieldType.IsFunctionPointer && !field.FieldType.IsByRefLike;
        return ("." + Fields.NameOf(field), isReadable ? field.GetValue(value) : null, field.FieldType);
    }

    private static IEnumerable<(string Step, object? Member, Type Declared)> Items(IEnumerable items, Type declared)
    {
        var index = 0;
        foreach (var item in items)
            yield return (string.Create(CultureInfo.InvariantCulture, $"[{index++}]"), item, declared);
    }

    private static IEnumerable<(string Step, object? Member, Type Declared)> Pairs(IEnumerable pairs, Type[] declared)
    {
        foreach (var pair in pairs)
        {
            var (key, value) = pair is DictionaryEntry entry ? (entry.Key, entry.Value) : Split(pair!);
            var name = key is string text ? $"\"{text}\"" : Convert.ToString(key, CultureInfo.InvariantCulture);
            yield return ($"[{name}]", value, declared[1]);
            yield return (".Keys", key, declared[0]);
        }
    }

    private static (object? Key, object? Value) Split(object pair) =>
        (pair.GetType().GetProperty("Key")!.GetValue(pair), pair.GetType().GetProperty("Value")!.GetValue(pair));
}
