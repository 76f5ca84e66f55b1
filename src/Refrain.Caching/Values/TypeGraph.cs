using System.Collections;
using System.Data;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Refrain.Caching.Values;

/// <summary>How types refer to each other through their fields and items.</summary>
internal static class TypeGraph
{
    private static readonly ConditionalWeakTable<Type, object> Trees = new();

    /// <summary>Types that keys and copies know as a whole, whatever they are inside.</summary>
    private static readonly Type[] Leaves =
    [
        typeof(Delegate), typeof(Type), typeof(Uri), typeof(Version), typeof(Regex), typeof(CultureInfo), typeof(TimeZoneInfo), typeof(Encoding),
        typeof(IPAddress), typeof(BigInteger), typeof(StringBuilder), typeof(BitArray), typeof(JsonNode), typeof(JsonElement), typeof(XObject),
        typeof(DataTable), typeof(DataSet), typeof(Stream), typeof(FileSystemInfo), typeof(StringComparer),
    ];

    /// <summary>Whether the type does not come back to itself and has no member that may be anything.</summary>
    internal static bool IsTree(Type type) => (bool)Trees.GetValue(type, static type => IsTree(type, []));

    private static bool IsTree(Type type, HashSet<Type> path)
    {
        if (IsLeaf(type))
            return true;
        if (type == typeof(object) || type.IsInterface || type.IsAbstract || !path.Add(type))
            return false;
        var isTree = Parts(type).All(part => IsTree(part, path));
        path.Remove(type);
        return isTree;
    }

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsPointer || Bits.Only(type)
        || Leaves.Any(leaf => leaf.IsAssignableFrom(type));

    /// <summary>The types of what a value holds: the items of an array or collection, else its fields.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsArray)
            return [type.GetElementType()!];
        return Collections.KindOf(type) is { } collection
            ? collection.Items
            : Fields.Of(type).Select(field => field.FieldType);
    }
}
