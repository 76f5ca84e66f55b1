using System.Collections;
using System.Reflection;
using Refrain.Caching.Functions;
using Refrain.Caching.Snapshots;
using Refrain.Caching.Values;

namespace Refrain.Caching.Tests.Snapshots;

/// <summary>Looks into values: what two of them share.</summary>
internal static class Graph
{
    internal static readonly FunctionName Load = new("Load", "app/Load()", []);

    internal static Frozen<T> Freeze<T>(T value) => Snapshot.Freeze(value, Load);

    /// <summary>Every object that a value reaches through fields, items and entries, and that could be changed.</summary>
    internal static HashSet<object> Mutable(object? root)
    {
        var found = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object?>([root]);
        while (open.TryPop(out var value))
        {
            if (value is null or string or Type or Delegate or Pointer || value.GetType().IsPrimitive || value is IEqualityComparer)
                continue;
            if (SharingRules.Of(value.GetType()) == Sharing.Always || (!value.GetType().IsValueType && !found.Add(value)))
                continue;
            if (value is Array { Length: > 0 } bits && bits.GetType().GetElementType()!.IsPrimitive)
                continue;
            if (value is Array || Collections.KindOf(value.GetType()) != null)
            {
                foreach (var item in (IEnumerable)value)
                    open.Push(item);
            }
            else
            {
                foreach (var field in Fields.Of(value.GetType()))
                    open.Push(field.GetValue(value));
            }
        }

        return found;
    }

    internal static void AssertSharesNothing(object? left, object? right)
    {
        var shared = Mutable(left);
        shared.IntersectWith(Mutable(right));
        shared.RemoveWhere(value => SharingRules.Of(value.GetType()) != Sharing.Never || value is Array { Length: 0 });
        Assert.Empty(shared.Select(value => value.GetType()));
    }

    /// <summary>Changes every place of a value that can be changed: items, entries, and fields that are not readonly.</summary>
    internal static void Scramble(object? root)
    {
        foreach (var value in Mutable(root))
        {
            if (value is Array array)
                Array.Clear(array);
            else if (value is IDictionary { IsReadOnly: false } map)
                map.Clear();
            else if (value.GetType().GetMethod("Clear", Type.EmptyTypes) is { } clear)
                clear.Invoke(value, null);
            else
                ScrambleFields(value);
        }
    }

    private static void ScrambleFields(object value)
    {
        foreach (var field in Fields.Of(value.GetType()).Where(field => !field.IsInitOnly))
            field.SetValue(value, field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
    }
}
