using System.Text.Json.Serialization;

namespace Refrain.Server.Sockets;

/// <summary>The message that says why a socket is closed, as docs/wire.md has it.</summary>
internal sealed record Refused(string Type, string Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Refused))]
internal sealed partial class SocketJson : JsonSerializerContext;
