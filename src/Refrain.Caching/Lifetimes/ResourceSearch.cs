using System.Collections;
using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Lifetimes;

/// <summary>Finds resources of a cache in values: the value itself, and what is up to two levels inside, as in a dictionary that a record has.</summary>
/// <remarks>
/// It looks into arrays, the platform's collections, tuples, and the fields of objects that are not the platform's. Nothing of the user's runs, so
/// it may be done under a lock; and what can hold no resource by its type is not looked into, so a list of a million numbers costs nothing.
/// </remarks>
internal sealed class ResourceSearch(ResourceTable table)
{
    private const int Levels = 2;

    private readonly Type[] _types = table.Types;
    private readonly Dictionary<(Type, int), bool> _leads = [];

    /// <summary>What was found so far.</summary>
    internal HashSet<HeldResource> Found { get; } = [];

    /// <summary>Looks into a value.</summary>
    /// <exception cref="InvalidOperationException">Somebody changes a collection in it right now.</exception>
    internal void Look(object? value) => Look(value, Levels);

    private void Look(object? value, int levels)
    {
        if (value is null)
            return;
        if (table.Find(value) is { } resource)
        {
            Found.Add(resource);
            return;
        }

        var type = value.GetType();
        if (!Leads(type, levels))
            return;
        foreach (var part in type.IsArray || Collections.KindOf(type) is not null ? Items((IEnumerable)value) : FieldsOf(value, type))
            Look(part, levels - 1);
    }

    /// <summary>Whether a resource may be found in values of a type.</summary>
    private bool Leads(Type type, int levels)
    {
        if (levels == 0 || !IsOpen(type))
            return false;
        if (!_leads.TryGetValue((type, levels), out var leads))
            _leads[(type, levels)] = leads = PartTypes(type).Any(part => MayBeOne(part) || (levels > 1 && (MayDeriveMore(part) || Leads(part, levels - 1))));
        return leads;
    }

    private bool MayBeOne(Type declared) => _types.Any(declared.IsAssignableFrom);

    private static bool MayDeriveMore(Type declared) => !declared.IsSealed && IsOpen(declared);

    private static bool IsOpen(Type type) =>
        type.IsArray || Collections.KindOf(type) is not null || typeof(ITuple).IsAssignableFrom(type) || !(Bits.Only(type) || IsPlatforms(type));

    private static bool IsPlatforms(Type type) =>
        type.IsPointer || (type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)));

    private static IEnumerable<Type> PartTypes(Type type) =>
        type.IsArray ? [type.GetElementType()!]
        : Collections.KindOf(type) is { } collection ? collection.Items
        : Fields.Of(type).Select(field => field.FieldType);

    private static IEnumerable<object?> Items(IEnumerable collection)
    {
        foreach (var item in collection)
        {
            if (item?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            {
                foreach (var half in FieldsOf(item, type))
                    yield return half;
            }
            else
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<object?> FieldsOf(object value, Type type) => Fields.Of(type).Select(field => field.GetValue(value));
}
