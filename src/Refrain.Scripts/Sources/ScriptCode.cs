using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Sources;

/// <summary>A script's file, and the files beside it that help.</summary>
internal sealed class ScriptCode(string path, ScriptCompiler compiler) : IPageCode
{
    private ScriptSources? _compiled;
    private bool _hasProjects;

    public async Task<CompiledScript?> CompileAsync(CancellationToken cancellation)
    {
        var sources = await ScriptSources.ReadAsync(path, cancellation).ConfigureAwait(false);

        // What a project consists of is the build's affair: it says itself when there is nothing new.
        if (sources.SameAs(_compiled) && !_hasProjects)
            return null;
        _compiled = sources;

        var compiled = await compiler.CompileAsync(sources, cancellation).ConfigureAwait(false);
        _hasProjects = compiled.Projects.Count > 0;
        if (compiled.Errors.Any(error => error.Id is "RFN0612" or "RFN0616"))
            Forget(); // nothing in the sources need change for this to be mended: the next save tries again
        return compiled;
    }

    public void Forget() => _compiled = null;
}
