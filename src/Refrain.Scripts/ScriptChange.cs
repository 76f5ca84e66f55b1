using Refrain.Caching.Functions;

namespace Refrain.Scripts;

/// <summary>A script was compiled, well or not.</summary>
/// <param name="State">How it stands now.</param>
/// <param name="Replacement">What new code takes whose place; <see langword="null"/> when no version was replaced.</param>
internal sealed record ScriptChange(ScriptState State, CodeReplacement? Replacement);
