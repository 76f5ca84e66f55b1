using System.Text.Json;

namespace Refrain.Wire;

/// <summary>Reads what a browser sends. Whatever the bytes are, it gives a message within the bounds or refuses.</summary>
internal static class ClientMessageReader
{
    /// <summary>The largest message in bytes.</summary>
    internal const int MaxBytes = 1024 * 1024;

    /// <summary>The most inputs in one message.</summary>
    internal const int MaxInputs = 1000;

    private const int MaxIdLength = 64;
    private const int MaxSessionLength = 128;
    private const int MaxQueryLength = 16 * 1024;

    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };

    /// <summary>Reads one message.</summary>
    /// <exception cref="ProtocolException">It is none, or beyond the bounds.</exception>
    internal static ClientMessage Read(ReadOnlyMemory<byte> message)
    {
        if (message.Length > MaxBytes)
            throw new ProtocolException($"A message of {message.Length:N0} bytes; at most {MaxBytes:N0} are taken.");
        try
        {
            using var json = JsonDocument.Parse(message, Bounds);
            return Read(json.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ProtocolException($"A message that is not valid: {wrong.Message}");
        }
    }

    private static ClientMessage Read(JsonElement message) => Text(message, "type", 32) switch
    {
        "hello" => new ClientHello(
            IsNull(message, "session") ? null : Text(message, "session", MaxSessionLength), Count(message, "frame"), Text(message, "query", MaxQueryLength)),
        "input" => new ClientInput(Count(message, "seq"), Inputs(Member(message, "inputs"))),
        "rerun" => new ClientRerun(),
        "stop" => new ClientStop(),
        "clearCaches" => new ClientClearCaches(),
        "ack" => new ClientAck(Count(message, "frame")),
        var type => throw new ProtocolException($"A message of the unknown type '{type}'."),
    };

    private static Input[] Inputs(JsonElement inputs)
    {
        if (inputs.ValueKind != JsonValueKind.Array || inputs.GetArrayLength() > MaxInputs)
            throw new ProtocolException($"Inputs that are not a list of at most {MaxInputs:N0}.");
        return [.. inputs.EnumerateArray().Select(ReadInput)];
    }

    private static Input ReadInput(JsonElement input)
    {
        var id = Text(input, "id", MaxIdLength);
        if (input.TryGetProperty("click", out var click) && click.ValueKind == JsonValueKind.True)
            return new Input(id, null);
        return new Input(id, Member(input, "value").Clone());
    }

    private static JsonElement Member(JsonElement message, string name) =>
        message.TryGetProperty(name, out var member) ? member : throw new ProtocolException($"A message without '{name}'.");

    private static bool IsNull(JsonElement message, string name) => Member(message, name).ValueKind == JsonValueKind.Null;

    private static string Text(JsonElement message, string name, int maxLength)
    {
        var text = Member(message, name).GetString() ?? throw new ProtocolException($"A message whose '{name}' is null.");
        return text.Length <= maxLength ? text : throw new ProtocolException($"A message whose '{name}' has {text.Length:N0} characters.");
    }

    private static int Count(JsonElement message, string name)
    {
        var count = Member(message, name).GetInt32();
        return count >= 0 ? count : throw new ProtocolException($"A message whose '{name}' is negative.");
    }
}
