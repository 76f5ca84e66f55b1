using System.Collections.Generic;
using System.IO;

namespace Refrain.Weaver;

/// <summary>An assembly to weave, in memory.</summary>
/// <param name="assembly">The compiled assembly; read from its position to its end, not disposed.</param>
/// <param name="symbols">Its portable symbols; <see langword="null"/> when they are embedded or there are none.</param>
public sealed class WeaveRequest(Stream assembly, Stream? symbols = null)
{
    /// <summary>The compiled assembly.</summary>
    public Stream Assembly { get; } = assembly;

    /// <summary>Its portable symbols; <see langword="null"/> when they are embedded or there are none.</summary>
    public Stream? Symbols { get; } = symbols;

    /// <summary>The files of the assemblies it was compiled against. Default: none, and then nothing is known of types in other assemblies.</summary>
    public IReadOnlyList<string> ReferencePaths { get; init; } = [];

    /// <summary>Whether the program is made to serve itself as a page. Default: <see cref="ScriptMode.Never"/>.</summary>
    public ScriptMode Script { get; init; }
}
