using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Refrain.Caching.Values;

namespace Refrain.Caching.Tests.Snapshots;

/// <summary>Changes every place that a value reaches: each item of an array and each field, private and readonly ones and those of the platform's
/// collections too.</summary>
internal static class Vandal
{
    internal static void Ruin(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>([root]);
        while (open.TryPop(out var value))
        {
            if (value is null || IsNobodys(value) || !seen.Add(value))
                continue;
            foreach (var part in Parts(value))
                open.Push(part);
        }

        foreach (var value in seen)
            RuinOne(value);
    }

    /// <summary>What all of the process shares, or what no code can change.</summary>
    private static bool IsNobodys(object value)
    {
        var type = value.GetType();
        return value is string or Type or Delegate or Version || type.IsPrimitive || type.IsEnum || type == typeof(object)
            || (IsComparer(type) && type.Namespace!.StartsWith("System", StringComparison.Ordinal));
    }

    private static bool IsComparer(Type type) => type.GetInterfaces().Any(each => each.Name is "IEqualityComparer`1" or "IComparer`1");

    /// <summary>Collections that never change are only gone through, and so is one whose inside belongs to its threads.</summary>
    private static bool IsOnlyGoneThrough(object value) =>
        value.GetType().Namespace is "System.Collections.Immutable" or "System.Collections.Frozen"
        || value.GetType().Name is "ConcurrentBag`1" or "ExpandoObject";

    private static IEnumerable<object?> Parts(object value)
    {
        if (IsOnlyGoneThrough(value))
        {
            foreach (var item in (IEnumerable)value)
                yield return item;
        }
        else if (value is Array { Length: > 0 } array)
        {
            foreach (var item in array)
                yield return item;
        }
        else
        {
            foreach (var field in Fields.Of(value.GetType()).Where(field => !field.FieldType.IsPointer))
                yield return field.GetValue(value);
        }
    }

    private static void RuinOne(object value)
    {
        if (value is ConcurrentBag<List<int>> bag)
            bag.Clear();
        else if (value is IDictionary<string, object?> { IsReadOnly: false } expando && value.GetType().Name == "ExpandoObject")
            expando.Clear();
        else if (value is Array array)
            Fill(array);
        else if (!IsOnlyGoneThrough(value) && !value.GetType().IsValueType)
            RuinFields(value);
    }

    private static void Fill(Array array)
    {
        var type = array.GetType().GetElementType()!;
        Array.Clear(array);
        if (type != typeof(int) || array.Length == 0)
            return;
        var at = Enumerable.Range(0, array.Rank).Select(array.GetLowerBound).ToArray();
        array.SetValue(-77, at);
    }

    private static void RuinFields(object value)
    {
        foreach (var field in Fields.Of(value.GetType()))
            field.SetValue(value, field.FieldType == typeof(int) ? 1234 : field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
    }
}
