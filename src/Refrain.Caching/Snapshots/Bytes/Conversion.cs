using System.Reflection;
using Refrain.Caching.Snapshots.Bytes.Codecs;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>How the types of a value were replaced by newer ones of the same names, and which fields both have.</summary>
/// <remarks>Fields agree by name and type. One that is new keeps its default, one that is gone is left out; one whose type is another makes the
/// whole value one that cannot be turned into the new type.</remarks>
internal sealed class Conversion
{
    private readonly Dictionary<Type, FieldInfo[]> _kept = [];
    private readonly Dictionary<Type, object> _compiled = [];
    private readonly HashSet<(Type, Type)> _seen = [];

    private Conversion(Type from, Type to)
    {
        if (!Agree(from, to))
            Changed ??= from;
    }

    /// <summary>The first type found that is not what it was; <see langword="null"/> if all agree.</summary>
    internal Type? Changed { get; private set; }

    internal static Conversion Between(Type from, Type to) => new(from, to);

    /// <summary>The fields that a value of the type hands over or takes; <see langword="null"/> where all do.</summary>
    internal FieldsBytes<T>? KeptOf<T>()
    {
        if (_compiled.TryGetValue(typeof(T), out var compiled))
            return (FieldsBytes<T>)compiled;
        if (!_kept.TryGetValue(typeof(T), out var fields))
            return null;
        var made = FieldsBytes<T>.Of(fields);
        _compiled.Add(typeof(T), made);
        return made;
    }

    private bool Agree(Type from, Type to)
    {
        if (from == to || !_seen.Add((from, to)))
            return true;
        if (AreAlike(from, to) && PartsAgree(from, to) && FieldsAgree(from, to))
            return true;
        // A field of another type is a change of the type that has it, so the innermost type that was replaced is the one to name.
        if (Definition(from) != Definition(to) && Definition(from).FullName == Definition(to).FullName)
            Changed ??= from;
        return false;
    }

    private static bool AreAlike(Type from, Type to)
    {
        if (from.IsArray || to.IsArray)
            return from.IsArray && to.IsArray && from.GetArrayRank() == to.GetArrayRank() && from.IsSZArray == to.IsSZArray;
        if (Definition(from).FullName != Definition(to).FullName || Kind(CodecTable.For(from)) != Kind(CodecTable.For(to)))
            return false;
        return !from.IsEnum || (from.GetEnumUnderlyingType() == to.GetEnumUnderlyingType()
            && Enum.GetNames(from).All(name => Enum.TryParse(to, name, out var now) && Number(now).Equals(Number(Enum.Parse(from, name)))));
    }

    private bool PartsAgree(Type from, Type to)
    {
        if (from.IsArray)
            return Agree(from.GetElementType()!, to.GetElementType()!);
        var now = DerivedTypes.Of(to);
        return from.GetGenericArguments().Zip(to.GetGenericArguments()).All(pair => Agree(pair.First, pair.Second))
            && DerivedTypes.Of(from).All(before => Array.Find(now, each => each.TypeDiscriminator!.Equals(before.TypeDiscriminator)) is { } found
                && Agree(before.DerivedType, found.DerivedType));
    }

    private bool FieldsAgree(Type from, Type to)
    {
        var pairs = Schema.FieldsOf(from)
            .Select(before => (Before: before, Now: Array.Find(Schema.FieldsOf(to), now => AreSame(before, now))))
            .Where(pair => pair.Now != null)
            .ToArray();
        _kept[from] = Array.ConvertAll(pairs, pair => pair.Before);
        _kept[to] = Array.ConvertAll(pairs, pair => pair.Now!);
        return Array.TrueForAll(pairs, pair => Agree(pair.Before.FieldType, pair.Now!.FieldType)) && BasesAgree(from, to);
    }

    private bool BasesAgree(Type from, Type to) =>
        Collections.BaseOf(from) is not { } before || before.Type == from || Agree(before.Type, Collections.BaseOf(to)!.Type);

    private static bool AreSame(FieldInfo before, FieldInfo now) =>
        before.Name == now.Name && Definition(before.DeclaringType!).FullName == Definition(now.DeclaringType!).FullName;

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static Type Kind(Codec codec) => Definition(codec.GetType());

    private static object Number(object? value) => Convert.ChangeType(value!, value!.GetType().GetEnumUnderlyingType(), System.Globalization.CultureInfo.InvariantCulture);
}
