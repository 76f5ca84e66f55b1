namespace Refrain.Weaver;

/// <summary>Why an assembly cannot be woven, at the place in the user's code that has to change.</summary>
/// <param name="Id">The id under which <c>docs/errors</c> explains it, for example <c>RFN0011</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="File">The source file; <see langword="null"/> when the assembly has no symbols for the place.</param>
/// <param name="Line">The line in the file, from 1; 0 when it is not known.</param>
/// <param name="Column">The column in the line, from 1; 0 when it is not known.</param>
public sealed record WeaveDiagnostic(string Id, string Message, string? File, int Line, int Column)
{
    /// <summary>The diagnostic as compilers print it: <c>file(line,column): error RFN0011: …</c>.</summary>
    public override string ToString()
    {
        var place = File is null ? "" : Line == 0 ? $"{File}: " : $"{File}({Line},{Column}): ";
        return $"{place}error {Id}: {Message}";
    }
}
