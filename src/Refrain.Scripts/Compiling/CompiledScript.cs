namespace Refrain.Scripts.Compiling;

/// <summary>What compiling a script gave: an assembly, or why there is none.</summary>
/// <param name="Image">The assembly and its symbols; <see langword="null"/> when there are errors.</param>
/// <param name="Errors">The errors, in the file's order.</param>
/// <param name="Warnings">What the compiler would have otherwise.</param>
internal sealed record CompiledScript(ScriptImage? Image, IReadOnlyList<ScriptDiagnostic> Errors, IReadOnlyList<ScriptDiagnostic> Warnings)
{
    /// <summary>The folders of projects that it is made of too.</summary>
    internal IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>Files elsewhere that it is made of too.</summary>
    internal IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Why there is none, where no place in a source is to blame.</summary>
    internal static CompiledScript Refused(string file, string id, string message) =>
        new(null, [new(Path.GetFileName(file), 0, 0, id, message, "") { Path = file }], []);
}

/// <summary>An assembly in memory.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="Packages">Files of the packages it asked for, which the host does not have itself.</param>
internal sealed record ScriptImage(byte[] Assembly, byte[]? Symbols, IReadOnlyList<string> Packages)
{
    /// <summary>The projects it asked for, as they were built when it was compiled.</summary>
    internal IReadOnlyList<ProjectImage> Projects { get; init; } = [];
}

/// <summary>A project's assembly in memory, so that its next build may write the file anew.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its symbols, if it has any.</param>
internal sealed record ProjectImage(string Name, byte[] Assembly, byte[]? Symbols)
{
    internal static ProjectImage Read(string file)
    {
        var symbols = Path.ChangeExtension(file, ".pdb");
        return new(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file), File.Exists(symbols) ? File.ReadAllBytes(symbols) : null);
    }
}
