using System.Text;

namespace Refrain.Scripts.Sources;

/// <summary>A file of source and what it said when it was read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text);

/// <summary>What a script is compiled from: its own file first, then the files beside it that only help.</summary>
/// <param name="Files">The files.</param>
internal sealed record ScriptSources(IReadOnlyList<SourceFile> Files)
{
    /// <summary>The script's own file.</summary>
    internal SourceFile Script => Files[0];

    /// <summary>Reads a script with its helpers.</summary>
    /// <exception cref="IOException">The script cannot be read. A helper that goes away meanwhile is left out.</exception>
    /// <exception cref="UnauthorizedAccessException">The script may not be read.</exception>
    internal static async Task<ScriptSources> ReadAsync(string path, CancellationToken cancellation)
    {
        var script = new SourceFile(path, await File.ReadAllTextAsync(path, Encoding.UTF8, cancellation).ConfigureAwait(false));
        return new ScriptSources([script, .. await HelperFiles.ReadAsync(path, cancellation).ConfigureAwait(false)]);
    }

    /// <summary>Whether the same files say the same.</summary>
    internal bool SameAs(ScriptSources? other) => other is not null && Files.SequenceEqual(other.Files);
}
