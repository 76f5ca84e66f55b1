using System.Text;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Encodings: the platform's own by number and by what they do with marks and errors, others by the page they are registered under.</summary>
internal static class Encodings
{
    private static readonly Func<Encoding>[] Own =
    [
        () => Encoding.UTF8,
        () => new UTF8Encoding(false),
        () => new UTF8Encoding(false, true),
        () => new UTF8Encoding(true, true),
        () => Encoding.Unicode,
        () => Encoding.BigEndianUnicode,
        () => new UnicodeEncoding(false, false),
        () => new UnicodeEncoding(true, false),
        () => Encoding.UTF32,
        () => Encoding.ASCII,
        () => Encoding.Latin1,
    ];

    internal static void Write(ValueWriter writer, Encoding value)
    {
        var own = Array.FindIndex(Own, make => make().Equals(value));
        if (own >= 0)
            writer.Int(own);
        else if (Registered(value.CodePage) is { } registered && registered.Equals(value))
            writer.Int(~value.CodePage);
        else
            throw new Refusal(value, value.GetType(), "an encoding that cannot be found again by its code page");
    }

    internal static Encoding Read(ValueReader reader)
    {
        var number = reader.Int();
        if (number < 0)
            return Registered((int)~number) ?? throw ValueReader.Damaged("an encoding that is registered");
        return number < Own.Length ? Own[number]() : throw ValueReader.Damaged("a known encoding");
    }

    private static Encoding? Registered(int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage);
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
