using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Refrain.Caching.Snapshots.Bytes.Codecs;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>What a declared type consists of, as a digest: every type it implies, with the names and types of its fields.</summary>
internal static class Schema
{
    internal const int Bytes = 16;

    private static readonly ConditionalWeakTable<Type, byte[]> Known = new();

    /// <summary>Equal only if values of one are values of the other, byte by byte.</summary>
    /// <remarks>Types count by name and content, not by assembly: a script is compiled under another name at each start.</remarks>
    internal static byte[] Of(Type type) => Known.GetValue(type, static type => SHA256.HashData(Encoding.UTF8.GetBytes(Describe(type)))[..Bytes]);

    /// <summary>The types that members of a type may be of: its fields, its items, what it lists as derived.</summary>
    internal static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsArray)
            return [type.GetElementType()!];
        if (DerivedTypes.Of(type) is { Length: > 0 } derived)
            return derived.Select(each => each.DerivedType).Concat(FieldsOf(type).Select(field => field.FieldType));
        return type.GetGenericArguments().Concat(FieldsOf(type).Select(field => field.FieldType));
    }

    /// <summary>The fields by which values of a type are written, if they are.</summary>
    internal static FieldInfo[] FieldsOf(Type type)
    {
        if (DerivedTypes.Of(type).Length > 0)
            return type.IsAbstract ? [] : Fields.Of(type);
        if (!CodecFactory.IsByFields(type))
            return [];
        return Collections.BaseOf(type) is { } known ? [.. Fields.Above(type, known.Type)] : Fields.Of(type);
    }

    private static string Describe(Type type)
    {
        var text = new StringBuilder();
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([type]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
                continue;
            text.Append(next);
            if (next.IsEnum)
                text.Append(':').Append(next.GetEnumUnderlyingType().Name);
            foreach (var derived in DerivedTypes.Of(next))
                text.Append('|').Append(derived.TypeDiscriminator).Append(derived.TypeDiscriminator is string ? '"' : '#').Append(derived.DerivedType);
            foreach (var field in FieldsOf(next))
                text.Append(';').Append(field.Name).Append(':').Append(field.FieldType);
            if (Collections.BaseOf(next) is { } known && known.Type != next)
                open.Enqueue(known.Type);
            foreach (var part in Parts(next))
                open.Enqueue(part);
            text.Append('\n');
        }

        return text.ToString();
    }
}
