namespace Refrain.Scripts;

/// <summary>Why a script cannot run, at the place in it that has to change.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Line">The line, from 1; 0 when no place is meant.</param>
/// <param name="Column">The column, from 1; 0 when no place is meant.</param>
/// <param name="Id">The id, for example <c>CS0103</c> or <c>RFN0011</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Text">The line's text.</param>
internal sealed record ScriptDiagnostic(string File, int Line, int Column, string Id, string Message, string Text)
{
    /// <summary>The file's full path; empty when no file is meant.</summary>
    internal string Path { get; init; } = "";

    /// <summary>The diagnostic as compilers print it.</summary>
    public override string ToString() => Line == 0 ? $"{File}: error {Id}: {Message}" : $"{File}({Line},{Column}): error {Id}: {Message}";
}
