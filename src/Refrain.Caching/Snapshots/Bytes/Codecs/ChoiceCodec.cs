using System.Reflection;
using System.Text.Json.Serialization;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Declared types that several runtime types may stand for: <c>object</c>, interfaces, and types that list their derived types.</summary>
/// <remarks>What is written is a number from a closed list, or the discriminator that <see cref="JsonDerivedTypeAttribute"/> gives; never the name of a type.</remarks>
internal sealed class ChoiceCodec<T> : Codec<T>
    where T : class
{
    private readonly Dictionary<Type, Choice> _byType;
    private readonly Dictionary<object, Choice> _byMark;
    private readonly bool _isListed = DerivedTypes.Of(typeof(T)).Length > 0;

    public ChoiceCodec()
    {
        var choices = _isListed ? DerivedTypes.Choices(typeof(T)) : Implied.Choices(typeof(T));
        _byType = choices.ToDictionary(choice => choice.Type);
        _byMark = choices.ToDictionary(choice => choice.Mark);
    }

    internal override void Write(ValueWriter writer, T value)
    {
        if (value is null)
        {
            writer.Null();
            return;
        }

        var choice = Find(value) ?? throw new UnimpliedValue(value, typeof(T));
        writer.Array(2);
        if (choice.Mark is string text)
            writer.Text(text);
        else
            writer.Int((int)choice.Mark);
        choice.Codec.WriteObject(writer, value);
    }

    internal override T Read(ValueReader reader)
    {
        if (reader.TryNull())
            return null!;
        reader.Array(2);
        object mark = reader.IsText() ? reader.Text() : (int)Math.Clamp(reader.Int(), int.MinValue, int.MaxValue);
        if (!_byMark.TryGetValue(mark, out var choice))
            throw ValueReader.Damaged($"a type that {typeof(T)} implies");
        return choice.Codec.ReadObject(reader) as T ?? throw ValueReader.Damaged($"a {typeof(T)}");
    }

    private Choice? Find(object value)
    {
        var type = value.GetType();
        if (_byType.TryGetValue(type, out var choice) || _isListed)
            return choice;
        return Implied.StandInFor(value) is { } known ? _byType.GetValueOrDefault(known) : null;
    }
}

/// <summary>One runtime type a declared type may stand for.</summary>
/// <param name="Mark">The number or text by which it is written.</param>
/// <param name="Type">The type.</param>
/// <param name="Make">Makes the codec, where it is not the one of the type as a declared one.</param>
internal sealed record Choice(object Mark, Type Type, Func<Codec>? Make = null)
{
    private Codec? _codec;

    internal Codec Codec => _codec ??= Make?.Invoke() ?? CodecTable.For(Type);
}

/// <summary>The derived types that a type lists with <see cref="JsonDerivedTypeAttribute"/>.</summary>
internal static class DerivedTypes
{
    /// <summary>Stands for the type that lists the others. No discriminator of a program is likely to be this.</summary>
    private const int Itself = int.MinValue;

    internal static JsonDerivedTypeAttribute[] Of(Type type) =>
        type.IsValueType ? [] : [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Where(each => each.TypeDiscriminator != null)];

    internal static Choice[] Choices(Type type)
    {
        var choices = Of(type).Select(each => new Choice(
            each.TypeDiscriminator!, each.DerivedType, each.DerivedType == type ? () => CodecFactory.ByFields(type) : null)).ToList();
        if (!type.IsAbstract && choices.All(choice => choice.Type != type))
            choices.Add(new(Itself, type, () => CodecFactory.ByFields(type)));
        return [.. choices];
    }
}
