using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Projects;

/// <summary>Tells projects that are programs with a web server of their own from those that are pages. Read from the text, so that nothing need be built.</summary>
internal static class OwnServer
{
    private const string Plain = "Microsoft.NET.Sdk";
    private static readonly string[] Names = ["MapRefrain", "WebApplication", "ConfigureWebHostDefaults", "WebHostBuilder"];

    /// <summary>Why a project is a program of its own, as the end of a sentence; <see langword="null"/> when it is a page.</summary>
    internal static string? ReasonOf(string project)
    {
        if (SdksOf(project).FirstOrDefault(sdk => sdk != Plain) is { } other)
            return $"it is made with {other}";
        return FileStamps.Below(Path.GetDirectoryName(project)!, "*.cs").Select(file => ReasonIn(file.FullName)).FirstOrDefault(reason => reason is not null);
    }

    private static string? ReasonIn(string file)
    {
        var text = File.ReadAllText(file);
        if (!Names.Any(name => text.Contains(name, StringComparison.Ordinal)))
            return null;
        var called = CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText).FirstOrDefault(Names.Contains);
        return called is null ? null : $"{Path.GetFileName(file)} uses {called}";
    }

    /// <summary>What an SDK is named by: <c>Name</c> or <c>Name/Version</c>, in the project's first line or beside it.</summary>
    private static IEnumerable<string> SdksOf(string project)
    {
        try
        {
            return
            [
                .. from element in XDocument.Load(project).Descendants()
                   from attribute in element.Attributes()
                   where attribute.Name == "Sdk" || (element.Name.LocalName == "Sdk" && attribute.Name == "Name")
                   from sdk in attribute.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                   select sdk.Split('/')[0],
            ];
        }
        catch (Exception error) when (error is XmlException or IOException)
        {
            return []; // the build says it better
        }
    }
}
