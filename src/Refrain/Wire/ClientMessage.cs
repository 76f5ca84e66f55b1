using System.Text.Json;

namespace Refrain.Wire;

/// <summary>What a browser says; see docs/wire.md.</summary>
internal abstract record ClientMessage;

/// <param name="Session">The session it had, if any.</param>
/// <param name="Frame">The last frame it applied; 0 when it begins anew.</param>
/// <param name="Query">The query of its address.</param>
internal sealed record ClientHello(string? Session, int Frame, string Query) : ClientMessage;

/// <param name="Seq">Counts the messages of a connection from 1.</param>
/// <param name="Inputs">What the user did.</param>
internal sealed record ClientInput(int Seq, IReadOnlyList<Input> Inputs) : ClientMessage;

internal sealed record ClientRerun : ClientMessage;

internal sealed record ClientStop : ClientMessage;

internal sealed record ClientClearCaches : ClientMessage;

/// <param name="Frame">The frame it has applied.</param>
internal sealed record ClientAck(int Frame) : ClientMessage;

/// <summary>One thing the user did with a widget.</summary>
/// <param name="Id">The widget node's id.</param>
/// <param name="Value">Its new value; <see langword="null"/> for a click.</param>
internal readonly record struct Input(string Id, JsonElement? Value);
