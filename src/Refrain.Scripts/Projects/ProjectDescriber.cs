using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Refrain.Scripts.Compiling;

namespace Refrain.Scripts.Projects;

/// <summary>Asks the build what a project consists of: again only when the project's own file has changed, or sources came or went.</summary>
/// <param name="project">The project's file.</param>
/// <param name="configuration">How it is built.</param>
/// <param name="cacheFolder">Where the answers are kept, a folder for each project.</param>
internal sealed class ProjectDescriber(string project, string configuration, string cacheFolder)
{
    private const string Targets = "describe.targets";

    private readonly string _lists = Path.Combine(
        cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{project} {configuration}")))[..16]);

    private ProjectDescription? _description;

    /// <summary>Told before the build is asked, which takes a while. Default: nobody.</summary>
    internal Action<string>? Fetching { get; init; }

    private string Stamp => Path.Combine(_lists, "stamp.txt");

    /// <returns>What it consists of, or why that cannot be said.</returns>
    internal async Task<(ProjectDescription? Description, string? Failure)> DescribeAsync(CancellationToken cancellation)
    {
        _description ??= ProjectDescription.Read(project, _lists);
        if (_description is not null && File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp, cancellation).ConfigureAwait(false) == _description.Stamp())
            return (_description, null);

        Fetching?.Invoke($"Reading {Path.GetFileName(project)}");
        _description = null;
        Directory.CreateDirectory(_lists);
        File.Delete(Stamp);
        await WriteTargetsAsync(cancellation).ConfigureAwait(false);
        if (await DotNet.RunAsync("build", project, Options(), cancellation).ConfigureAwait(false) is { } failure)
            return (null, failure);

        _description = ProjectDescription.Read(project, _lists)!;
        await File.WriteAllTextAsync(Stamp, _description.Stamp(), cancellation).ConfigureAwait(false);
        return (_description, null);
    }

    private string[] Options() =>
    [
        "--configuration", configuration, "-t:RefrainDescribe",
        $"-p:CustomAfterMicrosoftCommonTargets={Path.Combine(_lists, Targets)}", $"-p:RefrainDescribed={project}", $"-p:RefrainDescription={_lists}",
        .. Framework() is { } framework ? [$"-p:TargetFramework={framework}"] : (string[])[],
    ];

    private async Task WriteTargetsAsync(CancellationToken cancellation)
    {
        using var targets = typeof(ProjectDescriber).Assembly.GetManifestResourceStream(Targets)!;
        var file = File.Create(Path.Combine(_lists, Targets));
        await using (file.ConfigureAwait(false))
            await targets.CopyToAsync(file, cancellation).ConfigureAwait(false);
    }

    /// <summary>The framework to take of a project for several: the one that this process runs on.</summary>
    private string? Framework()
    {
        try
        {
            return XDocument.Load(project).Descendants("TargetFrameworks").SelectMany(several => several.Value.Split(';', StringSplitOptions.TrimEntries))
                .FirstOrDefault(framework => framework.StartsWith("net10.0", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception error) when (error is System.Xml.XmlException or IOException)
        {
            return null; // the build says it better
        }
    }
}
