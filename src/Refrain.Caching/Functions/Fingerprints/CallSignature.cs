using System.Reflection.Metadata;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Writes the signature of a call through a function pointer.</summary>
/// <remarks>Metadata keeps it as bytes with tokens in them (ECMA-335 II.23.2), which mean something only in their own module.</remarks>
internal ref struct CallSignature(ScanWriter writer, ReadOnlySpan<byte> bytes, Func<int, Type> resolve)
{
    private ReadOnlySpan<byte> _rest = bytes;

    internal void Write()
    {
        var convention = Next();
        writer.Number(convention);
        if ((convention & (byte)SignatureAttributes.Generic) != 0)
            writer.Number(Compressed());
        var count = Compressed();
        writer.Number(count);

        // What is returned stands before the parameters.
        for (var i = 0; i <= count; i++)
            WriteType();
    }

    private void WriteType()
    {
        var code = Next();
        writer.Number(code);
        switch ((SignatureTypeCode)code)
        {
            case SignatureTypeCode.Pointer or SignatureTypeCode.ByReference or SignatureTypeCode.SZArray:
            case SignatureTypeCode.Pinned or SignatureTypeCode.Sentinel:
                WriteType();
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                Token();
                WriteType();
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                writer.Number(Compressed());
                break;
            case SignatureTypeCode.GenericTypeInstance:
                WriteType();
                var count = Compressed();
                writer.Number(count);
                for (var i = 0; i < count; i++)
                    WriteType();
                break;
            case SignatureTypeCode.Array:
                WriteType();
                writer.Number(Compressed());
                Numbers();
                Numbers();
                break;
            case SignatureTypeCode.FunctionPointer:
                Write();
                break;
            case (SignatureTypeCode)SignatureTypeKind.Class or (SignatureTypeCode)SignatureTypeKind.ValueType:
                Token();
                break;
        }
    }

    private void Numbers()
    {
        var count = Compressed();
        writer.Number(count);
        for (var i = 0; i < count; i++)
            writer.Number(Compressed());
    }

    private void Token()
    {
        var coded = Compressed();
        var table = (coded & 3) switch { 0 => 0x02, 1 => 0x01, _ => 0x1B };
        writer.Type(resolve((table << 24) | (coded >> 2)));
    }

    private byte Next()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    private int Compressed()
    {
        int first = Next();
        if ((first & 0x80) == 0)
            return first;
        if ((first & 0x40) == 0)
            return ((first & 0x3F) << 8) | Next();
        return ((first & 0x1F) << 24) | (Next() << 16) | (Next() << 8) | Next();
    }
}
