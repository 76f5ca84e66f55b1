using System.Security.Cryptography;
using System.Text;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Writes the values of one runtime type in their canonical form.</summary>
internal abstract class KeyWriter(Type type)
{
    private bool? _isTree;

    /// <summary>Stands for the type: its identity, and the names and types of its fields, so that versions of a type are not mistaken.</summary>
    internal KeyDigest Mark { get; } = MarkOf(type);

    /// <summary>Whether the value holds no other objects.</summary>
    internal virtual bool IsLeaf => true;

    /// <summary>Whether values of the type can be part of no cycle, as long as every member has exactly the type it declares.</summary>
    internal bool IsTree => _isTree ??= IsLeaf || TypeGraph.IsTree(type);

    internal abstract void WriteObject(KeyStream stream, object value);

    private static KeyDigest MarkOf(Type type)
    {
        var text = new StringBuilder(TypeNames.Identity(type));
        if (!type.IsArray && !type.IsInterface)
        {
            foreach (var field in Fields.Of(type))
                text.Append(';').Append(field.Name).Append(':').Append(TypeNames.Identity(field.FieldType));
        }

        return KeyDigest.Read(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <inheritdoc/>
internal abstract class KeyWriter<T> : KeyWriter
{
    protected KeyWriter()
        : base(typeof(T))
    {
    }

    internal abstract void Write(KeyStream stream, T value);

    internal sealed override void WriteObject(KeyStream stream, object value) => Write(stream, (T)value);

    /// <summary>Begins a value: what kind follows, and of which type.</summary>
    protected void Begin(KeyStream stream, KeyTag tag)
    {
        stream.Tag(tag);
        stream.Digest(Mark);
    }
}
