using Refrain.Scripts.Loading;

namespace Refrain.Scripts;

/// <summary>How a script stands.</summary>
/// <param name="Script">The last version that compiled; <see langword="null"/> when none has yet.</param>
/// <param name="Errors">Why the text on disk does not compile; empty when <paramref name="Script"/> is that text.</param>
internal sealed record ScriptState(LoadedScript? Script, IReadOnlyList<ScriptDiagnostic> Errors);
