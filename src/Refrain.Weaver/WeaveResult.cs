using System.Collections.Generic;

namespace Refrain.Weaver;

/// <summary>What weaving an assembly gave.</summary>
/// <param name="Changed">Whether there was anything to weave; if not, the assembly is to be used as it was.</param>
/// <param name="Diagnostics">Why it could not be woven; empty when it could.</param>
/// <param name="Assembly">The woven assembly; empty when nothing changed.</param>
/// <param name="Symbols">Its symbols; <see langword="null"/> when nothing changed, they are embedded, or there were none.</param>
public sealed record WeaveResult(bool Changed, IReadOnlyList<WeaveDiagnostic> Diagnostics, byte[] Assembly, byte[]? Symbols);
