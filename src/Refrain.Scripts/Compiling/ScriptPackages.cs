using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Refrain.Scripts.Compiling;

/// <summary>What the packages of a script consist of, or why they are not to be had.</summary>
/// <param name="Compile">Files to compile against.</param>
/// <param name="Run">Files to load from.</param>
/// <param name="Errors">Why a line cannot be followed.</param>
internal sealed record FoundPackages(IReadOnlyList<string> Compile, IReadOnlyList<string> Run, IReadOnlyList<DirectiveError> Errors)
{
    internal static FoundPackages None { get; } = new([], [], []);
}

/// <summary>Why a line <c>#:…</c> cannot be followed.</summary>
internal sealed record DirectiveError(string Id, string Message, Location Place);

/// <summary>Finds the packages that scripts ask for by <c>#:package</c>, by restoring a project made for that.</summary>
/// <param name="scriptFolder">Where the script lies: its <c>NuGet.config</c> holds.</param>
/// <param name="cacheFolder">Where restored projects are kept, one for each set of packages.</param>
internal sealed class ScriptPackages(string scriptFolder, string cacheFolder)
{
    private static readonly string[] Provided = ["Refrain", "Refrain.Caching"];
    private static readonly string[] Sdks = ["Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web"];

    internal static string DefaultCacheFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "refrain",
        "packages");

    internal async Task<FoundPackages> FindAsync(IReadOnlyList<ScriptDirective> directives, CancellationToken cancellation)
    {
        DirectiveError[] errors = [.. directives.Select(Refuse).OfType<DirectiveError>()];
        if (errors.Length > 0)
            return FoundPackages.None with { Errors = errors };

        ScriptDirective[] packages = [.. directives.Where(directive => directive.Kind == "package" && !IsProvided(directive))];
        if (packages.Length == 0)
            return FoundPackages.None;

        var project = ProjectFor(packages);
        var folder = Path.Combine(cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scriptFolder + project)))[..16]);
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        if (!File.Exists(assets))
        {
            Directory.CreateDirectory(folder);
            var file = Path.Combine(folder, "packages.csproj");
            await File.WriteAllTextAsync(file, project, cancellation).ConfigureAwait(false);
            if (await PackageRestore.RunAsync(file, cancellation).ConfigureAwait(false) is { } failure)
            {
                File.Delete(assets);
                var reason = $"The script's packages could not be restored: {failure}";
                return FoundPackages.None with { Errors = [new("RFN0612", reason, packages[0].Location)] };
            }
        }

        return await PackageAssets.ReadAsync(assets, cancellation).ConfigureAwait(false);
    }

    private static bool IsProvided(ScriptDirective directive) => Provided.Contains(directive.Name, StringComparer.OrdinalIgnoreCase);

    private static DirectiveError? Refuse(ScriptDirective directive) => directive.Kind switch
    {
        "package" when directive.Name.Length > 0 && (directive.Argument is not null || IsProvided(directive)) => null,
        "package" => new("RFN0610",
            $"'#:package {directive.Value}' has no version. Write it as '#:package {directive.Name}@1.2.3'.",
            directive.Location),
        "property" => null,
        "sdk" when Sdks.Contains(directive.Name) => null,
        _ => new("RFN0611",
            $"'#:{directive.Kind} {directive.Value}' cannot be used under 'refrain run', which knows #:package, #:property and #:sdk " +
            "(Microsoft.NET.Sdk, Microsoft.NET.Sdk.Web). Run the script by 'dotnet run' instead.",
            directive.Location),
    };

    private string ProjectFor(IEnumerable<ScriptDirective> packages) => new XElement("Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup",
            new XElement("TargetFramework", "net10.0"),
            new XElement("ManagePackageVersionsCentrally", "false"),
            new XElement("RestoreRootConfigDirectory", scriptFolder)),
        new XElement("ItemGroup", packages.Select(package =>
            new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", package.Argument!))))).ToString();
}
