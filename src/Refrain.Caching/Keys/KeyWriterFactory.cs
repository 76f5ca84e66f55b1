using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Refrain.Caching.Keys.Writers;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Chooses how the values of a runtime type are written.</summary>
internal static class KeyWriterFactory
{
    internal static KeyWriter Make(Type type) =>
        CustomKeys.WriterFor(type)
        ?? KnownWriters.For(type)
        ?? Array(type)
        ?? Collection(type)
        ?? (KeyRefusals.ReasonFor(type) is { } reason ? Refused(type, reason) : Close(typeof(ObjectWriter<>), type));

    internal static KeyWriter Refused(Type type, string reason) => Close(typeof(RefusedWriter<>), [type], reason);

    internal static KeyWriter Close(Type definition, params Type[] arguments) => Close(definition, arguments, []);

    private static KeyWriter Close(Type definition, Type[] types, params object?[] arguments)
    {
        try
        {
            return (KeyWriter)Activator.CreateInstance(
                definition.MakeGenericType(types),
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
                null, arguments, null)!;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is Refusal)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException);
            throw;
        }
    }

    private static KeyWriter? Array(Type type)
    {
        if (!type.IsArray)
            return null;
        var item = type.GetElementType()!;
        if (item.IsPointer || item.IsFunctionPointer)
            throw new Refusal(null, item, Outside.Handle);
        return type.IsSZArray ? Close(typeof(ArrayWriter<>), item) : Close(typeof(RankedArrayWriter<,>), type, item);
    }

    private static KeyWriter? Collection(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var definition && Exact(definition) is { } exact)
            return Close(exact, type.GetGenericArguments());
        if (Collections.BaseOf(type) is not { } known)
            return null;
        return known.Type == type || Platform.Made(type)
            ? Plain(known)
            : Close(typeof(DerivedWriter<,>), type, known.Type);
    }

    private static Type? Exact(Type definition)
    {
        if (definition == typeof(List<>))
            return typeof(ListWriter<>);
        if (definition == typeof(ImmutableArray<>))
            return typeof(ImmutableArrayWriter<>);
        if (definition == typeof(ArraySegment<>))
            return typeof(ArraySegmentWriter<>);
        if (definition == typeof(Memory<>))
            return typeof(MemoryWriter<>);
        return definition == typeof(ReadOnlyMemory<>) ? typeof(ReadOnlyMemoryWriter<>) : null;
    }

    private static KeyWriter Plain(CollectionType known)
    {
        if (known.Type == typeof(ArrayList))
            return new ArrayListWriter();
        if (known.Type == typeof(Hashtable))
            return new HashtableWriter();
        var writer = known.Kind switch
        {
            CollectionKind.Sequence => typeof(SequenceWriter<,>),
            CollectionKind.Set => typeof(SetWriter<,>),
            CollectionKind.Map => typeof(MapWriter<,,>),
            _ => typeof(OrderedMapWriter<,,>),
        };
        return Close(writer, [known.Type, .. known.Items]);
    }
}
