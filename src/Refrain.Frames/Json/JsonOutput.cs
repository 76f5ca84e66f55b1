using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Refrain.Frames.Json;

/// <summary>Writes frames as JSON, an object for each row.</summary>
internal static class JsonOutput
{
    private const int BytesBetweenWrites = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One object a line.</summary>
    internal static void WriteLines(DataFrame frame, TextWriter target) => Write(frame, target, "", "\n", "\n");

    /// <summary>An array of objects.</summary>
    internal static void WriteArray(DataFrame frame, TextWriter target) => Write(frame, target, "[\n", ",\n", "\n]\n");

    private static void Write(DataFrame frame, TextWriter target, string before, string between, string after)
    {
        var names = Array.ConvertAll(frame.Names.Names, name => JsonEncodedText.Encode(name, Options.Encoder));
        var columns = frame.AllColumns().ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        target.Write(before);
        for (var row = 0; row < frame.RowCount; row++)
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Length; i++)
            {
                json.WritePropertyName(names[i]);
                WriteValue(json, columns[i].Box(row));
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
            buffer.Write(Encoding.UTF8.GetBytes(row < frame.RowCount - 1 ? between : ""));
            if (buffer.WrittenCount > BytesBetweenWrites)
                Flush(buffer, target);
        }

        Flush(buffer, target);
        if (frame.RowCount > 0 || before.Length > 0)
            target.Write(after);
    }

    private static void Flush(ArrayBufferWriter<byte> buffer, TextWriter target)
    {
        target.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteRawValue(Fraction(number.ToString("R", CultureInfo.InvariantCulture)), skipInputValidation: true);
                break;
            case double number when double.IsFinite(number):
                json.WriteRawValue(Fraction(number.ToString("R", CultureInfo.InvariantCulture)), skipInputValidation: true);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case DateTime time:
                json.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
                break;
            case DateOnly date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case TimeSpan span:
                json.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>A point in every floating point number, so that it is read back as one.</summary>
    private static string Fraction(string number) => number.AsSpan().ContainsAny('.', 'E') ? number : number + ".0";
}
