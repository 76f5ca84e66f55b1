namespace Refrain;

/// <summary>A script under test does not compile.</summary>
public sealed class ScriptCompileException : Exception
{
    internal ScriptCompileException(string path, IReadOnlyList<string> errors)
        : base($"'{path}' does not compile:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}") => Errors = errors;

    /// <summary>What the compiler says.</summary>
    public IReadOnlyList<string> Errors { get; }
}
