using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refrain.Elements;

/// <summary>Makes a JSON tree of a value, small enough for a page whatever the value is.</summary>
internal sealed class JsonTree
{
    private const int MostItems = 100;
    private const int MostDepth = 10;
    private const int MostNodes = 2_000;
    private const int LongestText = 5_000;

    /// <summary>How a tree reads as text: letters of all languages as they are.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<object> _path = new(ReferenceEqualityComparer.Instance);
    private int _nodes;

    /// <summary>The value as a tree. What there is no room for is replaced by a note that says how much it was.</summary>
    public static JsonNode? Of(object? value) => new JsonTree().Node(value);

    private JsonNode? Node(object? value)
    {
        _nodes++;
        switch (value)
        {
            case null or DBNull:
                return null;
            case JsonDocument document:
                return Element(document.RootElement);
            case JsonElement element:
                return Element(element);
            case JsonValue leaf:
                return Scalar(leaf.GetValueKind() == JsonValueKind.String ? leaf.ToString() : leaf) ?? leaf.DeepClone();
        }

        if (Scalar(value) is { } scalar) return scalar;
        if (!_path.Add(value)) return "(the same object as above)";
        try
        {
            return _path.Count > MostDepth ? $"… ({Display.TypeName(value.GetType())})" : Branch(value);
        }
        finally
        {
            _path.Remove(value);
        }
    }

    private JsonNode Branch(object value) => value switch
    {
        JsonObject json => Object(json.Select(pair => (pair.Key, (object?)pair.Value)), json.Count),
        IDictionary dictionary => Object(Entries(dictionary), dictionary.Count),
        ITuple tuple => Array(Enumerable.Range(0, tuple.Length).Select(index => tuple[index]), tuple.Length),
        IEnumerable items when PairsOf(items) is { } pairs => Object(pairs, Known(items)),
        IEnumerable items => Array(items.Cast<object?>(), Known(items)),
        _ => Object(Members.Of(value).Select(member => (member.Name, member.Value)), null),
    };

    private JsonArray Array(IEnumerable<object?> items, int? count)
    {
        var array = new JsonArray();
        var taken = 0;
        foreach (var item in items)
        {
            if (taken == MostItems || _nodes >= MostNodes)
            {
                array.Add(More(count - taken));
                break;
            }
            array.Add(Node(item));
            taken++;
        }
        return array;
    }

    private JsonObject Object(IEnumerable<(string Name, object? Value)> members, int? count)
    {
        var json = new JsonObject();
        var taken = 0;
        foreach (var (name, value) in members)
        {
            if (taken == MostItems || _nodes >= MostNodes)
            {
                json["…"] = More(count - taken);
                break;
            }
            json[json.ContainsKey(name) ? $"{name} ({taken})" : name] = Node(value);
            taken++;
        }
        return json;
    }

    private JsonNode? Element(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => Array(element.EnumerateArray().Select(item => (object?)item), element.GetArrayLength()),
        JsonValueKind.Object => Object(element.EnumerateObject().Select(member => (member.Name, (object?)member.Value)), null),
        JsonValueKind.String => Shortened(element.GetString()!),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static string More(int? count) => count is { } some ? $"… {Display.Count(some)} more" : "… more";

    private static JsonValue? Scalar(object value) => value switch
    {
        string text => JsonValue.Create(Shortened(text)),
        bool flag => JsonValue.Create(flag),
        sbyte or byte or short or ushort or int or uint => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        long number when number is >= -Numbers.LargestInBrowser and <= Numbers.LargestInBrowser => JsonValue.Create(number),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        float number when float.IsFinite(number) => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        IFormattable number when IsNumber(number) => JsonValue.Create(number.ToString(null, CultureInfo.InvariantCulture)),
        _ when Display.IsScalarType(value.GetType()) => JsonValue.Create(Display.Text(value)),
        Delegate or System.Reflection.MemberInfo => JsonValue.Create(Display.TypeName(value.GetType())),
        _ => null,
    };

    // Numbers that a browser would round, and NaN, travel as text.
    private static bool IsNumber(object value) => value is long or ulong or double or float or Int128 or UInt128 or System.Numerics.BigInteger;

    private static string Shortened(string text) => text.Length <= LongestText
        ? text
        : $"{text.AsSpan(0, LongestText)}… ({Display.Count(text.Length - LongestText)} characters more)";

    private static int? Known(IEnumerable items) => items is ICollection collection ? collection.Count : null;

    private static IEnumerable<(string, object?)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return (Display.Text(entry.Key), entry.Value);
    }

    /// <summary>Pairs of a dictionary that is only readable, and of lookups of pairs.</summary>
    private static IEnumerable<(string, object?)>? PairsOf(IEnumerable items)
    {
        var pair = items.GetType().GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(type => type.GetGenericArguments()[0])
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
        if (pair is null) return null;
        var (key, value) = (pair.GetProperty("Key")!, pair.GetProperty("Value")!);
        return items.Cast<object>().Select(item => (Display.Text(key.GetValue(item)), value.GetValue(item)));
    }
}
