using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Dynamic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>The closed list of runtime types that <c>object</c> and the platform's interfaces imply.</summary>
/// <remarks>
/// <c>object</c>, <c>IComparable</c> and the like: the single values below, byte arrays, and lists, arrays and dictionaries by name of such
/// objects. An interface of collections: the platform's collections of exactly its items. The numbers are part of the format.
/// </remarks>
internal static class Implied
{
    private const int FirstObject = 24;
    private const int FirstSequence = 32;
    private const int FirstMap = 64;
    private const int FirstOther = 80;

    private static readonly Type[] Values =
    [
        typeof(string), typeof(int), typeof(long), typeof(double), typeof(bool), typeof(decimal), typeof(DateTime), typeof(Guid), typeof(char), typeof(sbyte),
        typeof(byte), typeof(short), typeof(ushort), typeof(uint), typeof(ulong), typeof(float), typeof(Half), typeof(DateTimeOffset), typeof(DateOnly),
        typeof(TimeOnly), typeof(TimeSpan), typeof(Uri), typeof(Version), typeof(BigInteger),
    ];

    private static readonly Type[] Objects =
    [
        typeof(DBNull), typeof(byte[]), typeof(object[]), typeof(List<object>), typeof(Dictionary<string, object>), typeof(JsonElement),
    ];

    private static readonly Type?[] Sequences =
    [
        null, typeof(List<>), typeof(LinkedList<>), typeof(Queue<>), typeof(Stack<>), typeof(Collection<>), typeof(ObservableCollection<>),
        typeof(ReadOnlyCollection<>), typeof(ReadOnlyObservableCollection<>), typeof(ConcurrentQueue<>), typeof(ConcurrentStack<>), typeof(ConcurrentBag<>),
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>), typeof(ArraySegment<>), typeof(HashSet<>),
        typeof(SortedSet<>), typeof(FrozenSet<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>), typeof(ReadOnlySet<>),
    ];

    private static readonly Type[] Maps =
    [
        typeof(Dictionary<,>), typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(ConcurrentDictionary<,>), typeof(FrozenDictionary<,>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(ReadOnlyDictionary<,>), typeof(OrderedDictionary<,>),
    ];

    private static readonly Type[] Others = [typeof(ArrayList), typeof(Hashtable), typeof(ExpandoObject), typeof(MemoryStream)];

    internal static Choice[] Choices(Type declared) =>
        declared == typeof(object)
            ? [.. Numbered(Values, 0), .. Numbered(Objects, FirstObject)]
            : [.. Of(declared).Where(choice => declared.IsAssignableFrom(choice.Type) || choice.Make != null)];

    /// <summary>The type by which a value is known whose own type nobody can name; <see langword="null"/> if there is none.</summary>
    internal static Type? StandInFor(object value)
    {
        var type = value.GetType();
        if (IsReadOnlyList(type))
            return Array.Find(type.GetInterfaces(), each => Closes(each, typeof(IReadOnlyList<>)));
        if (QueryCollections.IsPlatforms(value))
            return Array.Find(type.GetInterfaces(), each => Closes(each, typeof(ILookup<,>)));
        return Collections.BaseOf(type) is { } known && type.Assembly == known.Type.Assembly ? known.Type : null;
    }

    /// <summary>What the compiler makes of <c>[a, b]</c> where a read-only list is asked for.</summary>
    internal static bool IsReadOnlyList(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false) && type.Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal);

    private static IEnumerable<Choice> Of(Type declared)
    {
        var choices = Numbered(Values, 0).Concat(Numbered(Others, FirstOther));
        var arguments = declared.GetGenericArguments();
        if (arguments.Length == 0 && declared.IsAssignableFrom(typeof(List<object>)))
            return choices.Concat(Numbered(Objects, FirstObject));
        if (arguments.Length == 2)
            return choices.Concat(OfPairs(arguments));
        if (arguments.Length != 1)
            return choices;
        choices = choices.Concat(OfItems(declared, arguments[0]));
        return Closes(arguments[0], typeof(KeyValuePair<,>)) ? choices.Concat(OfPairs(arguments[0].GetGenericArguments())) : choices;
    }

    private static IEnumerable<Choice> OfItems(Type declared, Type item)
    {
        var choices = Sequences.Select((definition, index) => new Choice(FirstSequence + index, definition?.MakeGenericType(item) ?? item.MakeArrayType()));
        if (declared.IsAssignableFrom(typeof(ReadOnlyCollection<>).MakeGenericType(item)))
        {
            choices = choices.Append(new(
                FirstSequence + Sequences.Length,
                typeof(IReadOnlyList<>).MakeGenericType(item),
                () => CodecFactory.Close(typeof(ReadOnlyListCodec<>), item)));
        }

        return Closes(item, typeof(IGrouping<,>))
            ? choices.Append(new(FirstSequence + Sequences.Length + 1, typeof(ILookup<,>).MakeGenericType(item.GetGenericArguments())))
            : choices;
    }

    private static IEnumerable<Choice> OfPairs(Type[] pair) =>
        Maps.Select((definition, index) => new Choice(FirstMap + index, definition.MakeGenericType(pair)));

    private static IEnumerable<Choice> Numbered(Type[] types, int first) => types.Select((type, index) => new Choice(first + index, type));

    private static bool Closes(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}

/// <summary>The compiler's read-only lists, which come back as the platform's.</summary>
internal sealed class ReadOnlyListCodec<T> : BuiltCodec<IReadOnlyList<T>>
{
    protected override bool Fits(IReadOnlyList<T> value) => Implied.IsReadOnlyList(value.GetType());

    protected override void Parts(ValueWriter writer, IReadOnlyList<T> value) => Items<T>.Write(writer, [.. value]);

    protected override IReadOnlyList<T> Build(ValueReader reader) => new ReadOnlyCollection<T>(Items<T>.Read(reader));
}
