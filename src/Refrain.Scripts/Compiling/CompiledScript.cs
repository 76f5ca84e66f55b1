namespace Refrain.Scripts.Compiling;

/// <summary>What compiling a script gave: an assembly, or why there is none.</summary>
/// <param name="Image">The assembly and its symbols; <see langword="null"/> when there are errors.</param>
/// <param name="Errors">The errors, in the file's order.</param>
/// <param name="Warnings">What the compiler would have otherwise.</param>
internal sealed record CompiledScript(ScriptImage? Image, IReadOnlyList<ScriptDiagnostic> Errors, IReadOnlyList<ScriptDiagnostic> Warnings);

/// <summary>An assembly in memory.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="Packages">Files of the packages it asked for, which the host does not have itself.</param>
internal sealed record ScriptImage(byte[] Assembly, byte[]? Symbols, IReadOnlyList<string> Packages);
