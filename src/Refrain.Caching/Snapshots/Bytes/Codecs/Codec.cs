namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Turns the values of one declared type into bytes and back.</summary>
internal abstract class Codec
{
    /// <summary>Writes a value that is there, where only its runtime type is known.</summary>
    internal abstract void WriteObject(ValueWriter writer, object value);

    internal abstract object? ReadObject(ValueReader reader);

    /// <summary>Writes what is needed to make an object empty, when its content comes later.</summary>
    internal virtual void WriteHead(ValueWriter writer, object value) => throw new NotSupportedException();

    /// <summary>Writes the content of an object that was put off.</summary>
    internal virtual void WriteBody(ValueWriter writer, object value) => throw new NotSupportedException();

    /// <summary>Fills an object whose content was put off.</summary>
    internal virtual void ReadBody(ValueReader reader, object shell) => throw new NotSupportedException();
}

/// <inheritdoc/>
internal abstract class Codec<T> : Codec
{
    internal abstract void Write(ValueWriter writer, T value);

    internal abstract T Read(ValueReader reader);

    internal override void WriteObject(ValueWriter writer, object value) => Write(writer, (T)value);

    internal override object? ReadObject(ValueReader reader) => Read(reader);
}

/// <summary>Values that nobody asks whether they are the same object: numbers, texts, what never changes and holds nothing.</summary>
internal sealed class LeafCodec<T>(Action<ValueWriter, T> write, Func<ValueReader, T> read) : Codec<T>
{
    internal override void Write(ValueWriter writer, T value)
    {
        if (value is null)
            writer.Null();
        else
            write(writer, value);
    }

    internal override T Read(ValueReader reader)
    {
        if (!typeof(T).IsValueType && reader.TryNull())
            return default!;
        return read(reader);
    }
}

/// <summary>Objects made empty and filled then, so that what they hold may refer to them.</summary>
internal abstract class FilledCodec<T> : Codec<T>
    where T : class
{
    /// <summary>Whether something stands before the content that is needed to make the object.</summary>
    protected virtual bool HasHead => false;

    internal sealed override void Write(ValueWriter writer, T value)
    {
        if (value is null)
        {
            writer.Null();
            return;
        }

        if (value.GetType() != typeof(T))
            throw new UnimpliedValue(value, typeof(T));
        if (writer.TryReference(value) || writer.TryPutOff(this, value))
            return;
        writer.Enter();
        if (HasHead)
        {
            writer.Array(2);
            Head(writer, value);
        }

        Body(writer, value);
        writer.Leave();
    }

    internal sealed override T Read(ValueReader reader)
    {
        var met = reader.Meet<T>(out var known);
        if (met is Met.Null or Met.Known)
            return known!;
        var number = reader.Reserve();
        if (met == Met.Later)
        {
            var later = Shell(reader, hasHead: true);
            reader.Keep(number, later);
            reader.PutOff(this, later);
            return later;
        }

        reader.Enter();
        if (HasHead)
            reader.Array(2);
        var shell = Shell(reader, HasHead);
        reader.Keep(number, shell);
        Fill(reader, shell);
        reader.Leave();
        return shell;
    }

    internal sealed override void WriteHead(ValueWriter writer, object value) => Head(writer, (T)value);

    internal sealed override void WriteBody(ValueWriter writer, object value) => Body(writer, (T)value);

    internal sealed override void ReadBody(ValueReader reader, object shell) => Fill(reader, (T)shell);

    protected virtual void Head(ValueWriter writer, T value) => writer.Null();

    protected abstract void Body(ValueWriter writer, T value);

    /// <summary>The object without its content.</summary>
    /// <param name="reader">Where a head stands, if there is one.</param>
    /// <param name="hasHead">Whether there is one: always where the content comes later.</param>
    protected virtual T Shell(ValueReader reader, bool hasHead)
    {
        if (hasHead && !reader.TryNull())
            throw ValueReader.Damaged("an object without a head");
        return Empty();
    }

    protected virtual T Empty() => throw new NotSupportedException();

    protected abstract void Fill(ValueReader reader, T shell);
}

/// <summary>Objects that can be made only of parts that are all there.</summary>
internal abstract class BuiltCodec<T> : Codec<T>
    where T : class
{
    /// <summary>Whether the parts must be filled before the object is built, since their content decides where they go.</summary>
    protected virtual bool NeedsContent => false;

    /// <summary>Whether the platform's own derived types are meant too, which nobody can name.</summary>
    protected virtual bool Fits(T value) => value.GetType() == typeof(T);

    internal sealed override void Write(ValueWriter writer, T value)
    {
        if (value is null)
        {
            writer.Null();
            return;
        }

        if (!Fits(value))
            throw new UnimpliedValue(value, typeof(T));
        if (writer.TryReference(value))
            return;
        writer.EnterBuilt(value, NeedsContent);
        Parts(writer, value);
        writer.LeaveBuilt(value, NeedsContent);
    }

    internal sealed override T Read(ValueReader reader)
    {
        var met = reader.Meet<T>(out var known);
        if (met is Met.Null or Met.Known)
            return known!;
        if (met == Met.Later)
            throw ValueReader.Damaged("an object as a whole");
        var number = reader.Reserve();
        reader.EnterBuilt(NeedsContent);
        var built = Build(reader);
        reader.LeaveBuilt(NeedsContent);
        reader.Keep(number, built);
        return built;
    }

    protected abstract void Parts(ValueWriter writer, T value);

    protected abstract T Build(ValueReader reader);
}

/// <summary>Types whose values cannot be stored; nothing at all can be.</summary>
internal sealed class RefusedCodec<T>(string reason) : Codec<T>
{
    internal override void Write(ValueWriter writer, T value)
    {
        if (value is not null)
            throw new Values.Refusal(value, value.GetType(), reason);
        writer.Null();
    }

    internal override T Read(ValueReader reader) => reader.TryNull() ? default! : throw ValueReader.Damaged("nothing");
}
