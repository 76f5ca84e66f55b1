using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Scripts.Compiling;

/// <summary>The usings that a project of the same kind has without saying so, and Refrain's.</summary>
internal static class ImplicitUsings
{
    private static readonly string[] Plain =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http",
        "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] Web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <param name="options">How the script is read.</param>
    /// <param name="platform">Whether it has the platform's too; Refrain's come with its package, whatever the script says.</param>
    /// <param name="web">Whether these are those of the web SDK.</param>
    internal static SyntaxTree Tree(CSharpParseOptions options, bool platform, bool web)
    {
        string[] names = ["Refrain", .. platform ? Plain : [], .. platform && web ? Web : []];
        return CSharpSyntaxTree.ParseText(
            string.Join('\n', names.Select(name => $"global using global::{name};")), options, "ImplicitUsings.g.cs", System.Text.Encoding.UTF8);
    }
}
