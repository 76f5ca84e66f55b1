namespace Refrain.Apps;

/// <summary>Why a script does not compile, as the page shows it.</summary>
/// <param name="File">The script's name, as the user knows it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Id">The compiler's or Refrain's id, for example <c>CS1002</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Text">The line of source.</param>
/// <param name="Link">Opens the line in an editor; <see langword="null"/> where there is none.</param>
internal sealed record Diagnostic(string File, int Line, int Column, string Id, string Message, string Text, string? Link = null);

/// <summary>What lies over the page while the script does not compile.</summary>
internal sealed record Overlay(string Title, IReadOnlyList<Diagnostic> Diagnostics);
