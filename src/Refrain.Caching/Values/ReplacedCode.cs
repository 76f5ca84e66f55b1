using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace Refrain.Caching.Values;

/// <summary>Finds out what is of code that was replaced. Made for one reload: what it learns of types goes with it.</summary>
/// <param name="replaced">Where the replaced code was loaded, with the packages that came with it.</param>
internal sealed class ReplacedCode(AssemblyLoadContext replaced)
{
    private readonly Dictionary<Type, bool> _isOld = [];
    private readonly Dictionary<Type, bool> _mayHold = [];
    private readonly Dictionary<Type, FieldInfo[]> _fields = [];

    /// <summary>What is replaced when one assembly takes the place of another; <see langword="null"/> when the older one stays loaded.</summary>
    internal static ReplacedCode? Between(Assembly older, Assembly newer) =>
        AssemblyLoadContext.GetLoadContext(older) is { IsCollectible: true } before && before != AssemblyLoadContext.GetLoadContext(newer) ? new(before) : null;

    /// <summary>Whether the type is replaced, or made of one that is.</summary>
    internal bool Has(Type type)
    {
        if (!type.IsCollectible)
            return false;
        if (!_isOld.TryGetValue(type, out var isOld))
        {
            _isOld[type] = isOld = type.HasElementType ? Has(type.GetElementType()!)
                : AssemblyLoadContext.GetLoadContext(type.Assembly) == replaced || type.GetGenericArguments().Any(Has);
        }

        return isOld;
    }

    /// <summary>Whether values that are declared with the type may hold an object of replaced code, or be one.</summary>
    internal bool MayBeIn(Type declared)
    {
        if (_mayHold.TryGetValue(declared, out var may))
            return may;
        var seen = new HashSet<Type> { declared };
        var open = new Stack<Type>(seen);
        while (!may && open.TryPop(out var type))
        {
            may = Has(type) || IsOpen(type);
            if (may || Bits.Only(type) || IsWhole(type))
                continue;
            foreach (var part in PartsOf(type).Where(seen.Add))
                open.Push(part);
        }

        return _mayHold[declared] = may;
    }

    /// <summary>The type of an object of replaced code inside a value, or of the value itself; <see langword="null"/> where there is none.</summary>
    internal Type? FindIn(object? value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>();
        Meet(value);
        while (open.TryPop(out var next))
        {
            if ((next is Type type ? type : next is Delegate code ? code.Method.DeclaringType : next.GetType()) is { } found && Has(found))
                return found;
            if (next is not (Type or Delegate) && !IsWhole(next.GetType()))
                MeetParts(next);
        }

        return null;

        void MeetParts(object holder)
        {
            var type = holder.GetType();
            foreach (var field in FieldsOf(type))
                Meet(field.GetValue(holder));
            if ((type.IsArray ? [type.GetElementType()!] : Collections.BaseOf(type)?.Items) is not { } items || !items.Any(MayBeIn))
                return;
            foreach (var item in (IEnumerable)holder)
                Meet(item);
        }

        void Meet(object? part)
        {
            if (part is not (null or string) && (part.GetType().IsCollectible || !Bits.Only(part.GetType())) && (part is ValueType || seen.Add(part)))
                open.Push(part);
        }
    }

    private static bool IsOpen(Type type) => !type.IsSealed && !type.IsValueType && !type.IsArray && Collections.KindOf(type) is null;

    /// <summary>Whether nothing of the program's can be inside: text, an address, a time zone. The platform's own objects and generic ones may hold anything.</summary>
    private static bool IsWhole(Type type) =>
        type == typeof(string) || type.IsPointer
        || (type.Assembly == typeof(object).Assembly && type is { IsGenericType: false, IsInterface: false, IsAbstract: false, IsArray: false }
            && type != typeof(object) && Collections.BaseOf(type) is null);

    private static IEnumerable<Type> PartsOf(Type type) =>
        type.IsArray ? [type.GetElementType()!]
        : Collections.KindOf(type) is { } known ? known.Items
        : Fields.Of(type).Select(field => field.FieldType);

    /// <summary>The fields to look into; a collection's own are only those that the program has put beside its items.</summary>
    private FieldInfo[] FieldsOf(Type type)
    {
        if (_fields.TryGetValue(type, out var fields))
            return fields;
        var own = type.IsArray ? [] : Collections.BaseOf(type) is { } known ? (known.Type == type ? [] : Fields.Above(type, known.Type)) : Fields.Of(type).AsEnumerable();
        return _fields[type] = [.. own.Where(field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike && MayBeIn(field.FieldType))];
    }
}
