using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Refrain.Pages;

/// <summary>Writes an element as the <c>props</c> of a node.</summary>
internal static class PropsEncoder
{
    /// <summary>Plain camel-case JSON. The lenient escaping is safe because props travel in JSON messages, never inside HTML.</summary>
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The element as UTF-8 JSON, valid until this thread encodes the next one.</summary>
    internal static ReadOnlySpan<byte> Encode(Element element)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true });
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        try
        {
            JsonSerializer.Serialize(writer, element, element.GetType(), Options);
            writer.Flush();
        }
        catch
        {
            _writer = null;
            throw;
        }

        return buffer.WrittenSpan;
    }
}
