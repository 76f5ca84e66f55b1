using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Chooses how the values of a declared type are turned into bytes.</summary>
internal static class CodecFactory
{
    internal static Codec Make(Type type) =>
        Scalars.For(type)
        ?? OfLibrary(type)
        ?? KnownCodecs.For(type)
        ?? OfArray(type)
        ?? CollectionCodecs.For(type)
        ?? OfComparer(type)
        ?? (ReasonAgainst(type) is { } reason ? Close(typeof(RefusedCodec<>), [type], reason) : null)
        ?? (IsOpen(type) ? Close(typeof(ChoiceCodec<>), type) : ByFields(type));

    internal static Codec Close(Type definition, params Type[] types) => Close(definition, types, []);

    internal static Codec Close(Type definition, Type[] types, params object?[] arguments) =>
        (Codec)Activator.CreateInstance(definition.MakeGenericType(types), BindingFlags.Instance | BindingFlags.Public, null, arguments, null)!;

    internal static Codec ByFields(Type type) => Close(type.IsValueType ? typeof(StructCodec<>) : typeof(ObjectCodec<>), type);

    /// <summary>Whether values of the type are written by their fields, one by one.</summary>
    internal static bool IsByFields(Type type)
    {
        var codec = CodecTable.For(type).GetType();
        return codec.IsGenericType && codec.GetGenericTypeDefinition() is var definition
            && (definition == typeof(StructCodec<>) || definition == typeof(ObjectCodec<>) || definition == typeof(DerivedCodec<,>));
    }

    /// <summary>Whether a runtime type has to be chosen for each value.</summary>
    private static bool IsOpen(Type type) => type == typeof(object) || type.IsInterface || type.IsAbstract || DerivedTypes.Of(type).Length > 0;

    private static Codec? OfLibrary(Type type) =>
        Array.Find(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IByteForm<>)) is { } form
            ? Close(typeof(LibraryCodec<,>), type, form.GetGenericArguments()[0])
            : null;

    private static Codec? OfArray(Type type)
    {
        if (!type.IsArray)
            return null;
        var item = type.GetElementType()!;
        if (item.IsPointer || item.IsFunctionPointer)
            return Close(typeof(RefusedCodec<>), [type], Outside.Handle);
        if (!type.IsSZArray)
            return Close(typeof(RankedArrayCodec<,>), type, item);
        return Close(Bulk.TagOf(item) != 0 ? typeof(BitsArrayCodec<>) : typeof(ArrayCodec<>), item);
    }

    private static Codec? OfComparer(Type type) =>
        Comparers.IsDeclaredFor(type) ? Close(typeof(ComparerCodec<>), [type], Comparers.StandardOf(type)) : null;

    /// <summary>Why no value of the type can be stored; <see langword="null"/> if it can.</summary>
    private static string? ReasonAgainst(Type type)
    {
        if (typeof(MemberInfo).IsAssignableFrom(type) || typeof(Assembly).IsAssignableFrom(type) || typeof(Module).IsAssignableFrom(type))
            return "part of a program, which stored bytes must not name";
        if (type.IsDefined(typeof(InlineArrayAttribute), false) || Fields.Of(type).Any(field => field.IsDefined(typeof(FixedBufferAttribute), false)))
            return "a structure with an array inside it";
        if (type.IsInterface || type.IsAbstract || CustomCopies.Has(type) || type.IsDefined(typeof(ImmutableAttribute), false))
            return typeof(Delegate).IsAssignableFrom(type) ? "a delegate" : null;
        return CopierFactory.Refusal(type);
    }
}

/// <summary>Types of the library that say themselves how they become bytes.</summary>
internal sealed class LibraryCodec<T, TForm> : BuiltCodec<T>
    where T : class, TForm
    where TForm : class, IByteForm<TForm>
{
    protected override bool Fits(T value) => true;

    protected override void Parts(ValueWriter writer, T value) => TForm.Write(writer, value);

    protected override T Build(ValueReader reader) => TForm.Read(reader) as T ?? throw ValueReader.Damaged($"a {typeof(T)}");
}
