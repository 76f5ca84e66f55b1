using Refrain.Caching.Functions;
using Refrain.Caching.Snapshots.Bytes.Cbor;
using Refrain.Caching.Snapshots.Bytes.Codecs;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>Turns values into bytes for a store, and back.</summary>
/// <remarks>
/// A value is a sequence of CBOR items: the version of this format, a digest of what the declared type consists of, the value, and the content of
/// objects that were put off. What is written is decided by the declared type; reading makes no type that it does not imply, and runs no code of
/// the program but the equality of keys.
/// </remarks>
internal static class ValueBytes
{
    /// <summary>Rises with every change of the format, so that what an older or newer version wrote is a miss.</summary>
    internal const int FormatVersion = 1;

    /// <summary>Writes a value where the envelope stands. Several values may follow one another, with one list of segments.</summary>
    /// <param name="value">The value; nobody may change it while it is written, nor until its segments are.</param>
    /// <param name="envelope">Everything but bulk data.</param>
    /// <param name="segments">Bulk data, which refers to the value's own memory.</param>
    /// <param name="function">Whose value it is, for errors.</param>
    /// <exception cref="CacheOptionException">Something in the value cannot be stored.</exception>
    internal static void Write<T>(T value, Stream envelope, SegmentList segments, FunctionName function)
    {
        try
        {
            using var writer = new ValueWriter(envelope, segments);
            writer.UInt(FormatVersion);
            writer.Bytes(Schema.Of(typeof(T)));
            writer.Value(value);
            writer.Complete();
            writer.Flush();
        }
        catch (UnimpliedValue refusal)
        {
            throw UnstorableValue.Explain(refusal, value, function);
        }
        catch (Refusal refusal)
        {
            throw UnstorableValue.Explain(refusal, value, function);
        }
        catch (UnknownComparer refusal)
        {
            throw UnstorableValue.Explain(refusal, value, function);
        }
    }

    /// <summary>Reads the value at which the envelope stands, and leaves it after that.</summary>
    /// <param name="envelope">The envelope; it must be able to seek.</param>
    /// <param name="segments">The segments it refers to.</param>
    /// <exception cref="DamagedBytesException">It is not what was written, or of another format, or the type has changed since.</exception>
    internal static T Read<T>(Stream envelope, ISegmentSource segments)
    {
        try
        {
            using var reader = new ValueReader(envelope, segments);
            if (reader.UInt() is var version && version != FormatVersion)
                throw new DamagedBytesException($"The stored value is of format {version}, and this version of the library reads {FormatVersion}.");
            Span<byte> schema = stackalloc byte[Schema.Bytes];
            reader.Bytes(schema);
            if (!schema.SequenceEqual(Schema.Of(typeof(T))))
                throw new DamagedBytesException($"The type of the stored value is not {TypeNames.Display(typeof(T))} as it stands now.");
            var value = reader.Value<T>();
            reader.Complete();
            return value;
        }
        catch (Exception error) when (error is not (DamagedBytesException or OutOfMemoryException))
        {
            // What the platform's own types say of content they do not take, and what an equality of the program's throws.
            throw new DamagedBytesException("The bytes of a stored value hold something that cannot be.", error);
        }
    }

    /// <summary>Rebuilds a value as one of a newer type, of which some parts were replaced by newer versions of the same full name.</summary>
    /// <param name="value">The value.</param>
    /// <param name="from">The type it was declared with.</param>
    /// <param name="to">The type that is declared now.</param>
    /// <param name="converted">The value of the newer type.</param>
    /// <param name="changed">The type that is not what it was, as C# writes it, where the value cannot be rebuilt.</param>
    internal static bool TryConvert(object? value, Type from, Type to, out object? converted, out string? changed)
    {
        return TryConvert(Conversion.Between(from, to), value, from, to, out converted, out changed);
    }

    /// <summary>The same for one of several values of the type.</summary>
    internal static bool TryConvert(Conversion conversion, object? value, Type from, Type to, out object? converted, out string? changed)
    {
        (converted, changed) = (null, conversion.Changed is { } type ? TypeNames.Display(type) : null);
        if (changed != null || value is null)
            return changed is null;
        try
        {
            using var bytes = new MemoryStream();
            var segments = new SegmentList();
            using (var writer = new ValueWriter(bytes, segments, conversion))
            {
                CodecTable.For(from).WriteObject(writer, value);
                writer.Complete();
                writer.Flush();
            }

            bytes.Position = 0;
            using var reader = new ValueReader(bytes, new MemorySegments(segments), conversion);
            converted = CodecTable.For(to).ReadObject(reader);
            reader.Complete();
            return true;
        }
        catch (UnimpliedValue refusal)
        {
            changed = TypeNames.Display(refusal.Value.GetType());
        }
        catch (Refusal refusal)
        {
            changed = TypeNames.Display(refusal.Type);
        }
        catch (UnknownComparer refusal)
        {
            changed = TypeNames.Display(refusal.Comparer.GetType());
        }

        return false;
    }
}
