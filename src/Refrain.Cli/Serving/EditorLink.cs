using System.Globalization;
using Refrain.Scripts;

namespace Refrain.Cli.Serving;

/// <summary>Makes the address by which a diagnostic on the page opens its line in an editor.</summary>
internal static class EditorLink
{
    /// <summary>The variable that says which editor: its address with <c>{path}</c>, <c>{line}</c> and <c>{column}</c>; empty for none.</summary>
    internal const string Variable = "REFRAIN_EDITOR";

    private const string Default = "vscode://file/{path}:{line}:{column}";

    internal static string? Of(ScriptDiagnostic diagnostic)
    {
        var pattern = Environment.GetEnvironmentVariable(Variable) ?? Default;
        if (pattern.Length == 0 || diagnostic.Path.Length == 0)
            return null;
        var path = string.Join('/', diagnostic.Path.Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString));
        return pattern
            .Replace("{path}", path, StringComparison.Ordinal)
            .Replace("{line}", Math.Max(1, diagnostic.Line).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{column}", Math.Max(1, diagnostic.Column).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
