using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Writes what a unit says, with names where metadata has tokens, and collects the units it refers to.</summary>
internal sealed class ScanWriter(UserCode user)
{
    private readonly List<Unit> _references = [];
    private readonly Dictionary<Unit, int> _ordinals = [];
    private byte[] _content = new byte[512];
    private int _length;

    internal UserCode User => user;

    internal Scan ToScan() => new(SHA256.HashData(_content.AsSpan(0, _length)), _references.ToArray());

    /// <summary>Writes a unit as the order of its first mention here.</summary>
    internal void Refer(Unit unit)
    {
        if (!_ordinals.TryGetValue(unit, out var ordinal))
        {
            _ordinals[unit] = ordinal = _references.Count;
            _references.Add(unit);
        }

        Number(ordinal);
    }

    internal void Tag(char tag)
    {
        Reserve(1)[0] = (byte)tag;
        _length++;
    }

    internal void Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);
        _length += 8;
    }

    internal void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    internal void Text(string? text)
    {
        if (text is null)
        {
            Number(-1);
            return;
        }

        // UTF-16 as it is: a lone surrogate in a literal must not become the replacement character.
        Bytes(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>Writes a type; a user's one is referred to by its shape, unless it only says where a static member lives.</summary>
    internal void Type(Type type, bool isMention = true)
    {
        if (type.IsGenericParameter)
        {
            Tag(type.DeclaringMethod is null ? '!' : '?');
            Number(type.GenericParameterPosition);
        }
        else if (type.IsFunctionPointer)
        {
            Tag('f');
            Type(type.GetFunctionPointerReturnType());
            Types(type.GetFunctionPointerParameterTypes());
        }
        else if (type.HasElementType)
        {
            Tag(type.IsByRef ? '&' : type.IsPointer ? '*' : type.IsSZArray ? '[' : '#');
            if (type.IsVariableBoundArray)
                Number(type.GetArrayRank());
            Type(type.GetElementType()!);
        }
        else
        {
            Definition(type.IsGenericType ? type.GetGenericTypeDefinition() : type, isMention);
            Types(type.IsGenericType ? type.GetGenericArguments() : []);
        }
    }

    internal void Types(ReadOnlySpan<Type> types)
    {
        Number(types.Length);
        foreach (var type in types)
            Type(type);
    }

    /// <summary>Refers to the assembly of something that is not the user's; nothing for the runtime, which every fingerprint names once.</summary>
    internal void Origin(Assembly assembly)
    {
        if (user.OriginOf(assembly) == Fingerprints.Origin.Library)
            Refer(Unit.Library(assembly));
    }

    private void Definition(Type definition, bool isMention)
    {
        var made = MadeName.Of(definition);
        Tag((char)('A' + (int)made));
        switch (made)
        {
            case MadeType.Closure:
                Refer(Unit.Closure(definition));
                break;
            case MadeType.StateMachine:
                Refer(Unit.StateMachine(definition));
                break;
            case MadeType.Anonymous:
                foreach (var property in definition.GetProperties())
                    Text(property.Name);
                break;
            case MadeType.AnonymousDelegate:
                var invoke = definition.GetMethod("Invoke")!;
                Type(invoke.ReturnType);
                Types(Array.ConvertAll(invoke.GetParameters(), p => p.ParameterType));
                break;
            case MadeType.Support:
                Text(definition.Name);
                break;
            default:
                Text(FullName(definition));
                if (!user.Includes(definition.Assembly))
                    Origin(definition.Assembly);
                else if (isMention)
                    Refer(Unit.Shape(definition));
                break;
        }
    }

    internal static string FullName(Type definition)
    {
        var name = new StringBuilder();
        for (var type = definition; type is not null; type = type.DeclaringType)
        {
            name.Insert(0, MadeName.OfType(type));
            if (type.DeclaringType is not null)
                name.Insert(0, '+');
            else if (type.Namespace is { Length: > 0 } space)
                name.Insert(0, '.').Insert(0, space);
        }

        return name.ToString();
    }

    private Span<byte> Reserve(int count)
    {
        if (_content.Length - _length < count)
            Array.Resize(ref _content, Math.Max(_content.Length * 2, _length + count));
        return _content.AsSpan(_length);
    }
}
