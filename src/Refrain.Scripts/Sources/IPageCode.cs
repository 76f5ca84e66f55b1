using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Sources;

/// <summary>The code of a page: a script with what lies beside it, or a project.</summary>
internal interface IPageCode
{
    /// <summary>Compiles what is on disk.</summary>
    /// <returns><see langword="null"/> when nothing was saved since it was compiled last.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    Task<CompiledScript?> CompileAsync(CancellationToken cancellation);

    /// <summary>Lets the next time compile, whether something was saved or not.</summary>
    void Forget();
}
