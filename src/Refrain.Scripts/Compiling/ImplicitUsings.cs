using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Scripts.Compiling;

/// <summary>The usings that a project of the same kind has without saying so, and Refrain's.</summary>
internal static class ImplicitUsings
{
    private static readonly string[] Plain =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http",
        "System.Threading", "System.Threading.Tasks", "Refrain",
    ];

    private static readonly string[] Web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    internal static SyntaxTree Tree(CSharpParseOptions options, bool web)
    {
        var lines = (web ? [.. Plain, .. Web] : Plain).Select(name => $"global using global::{name};");
        return CSharpSyntaxTree.ParseText(string.Join('\n', lines), options, "ImplicitUsings.g.cs", System.Text.Encoding.UTF8);
    }
}
