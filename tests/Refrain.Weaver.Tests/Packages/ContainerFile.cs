using System.Text.Json;
using System.Text.RegularExpressions;

namespace Refrain.Weaver.Tests.Packages;

/// <summary>The container file in <c>docs/deploying.md</c>, whose commands run here without a container.</summary>
/// <param name="Published">The command that publishes, in words.</param>
/// <param name="Out">The folder it publishes to.</param>
/// <param name="Variables">What the page is started with.</param>
/// <param name="Port">The port that the container opens.</param>
/// <param name="Entry">The command that starts the page, in words.</param>
internal sealed partial record ContainerFile(string[] Published, string Out, Dictionary<string, string> Variables, string Port, string[] Entry)
{
    internal static ContainerFile Read()
    {
        var file = File.ReadAllText(RepositoryRoot.PathTo("docs/deploying.md")).Split("```dockerfile\n")[1].Split("```")[0];
        return new(
            Line(file, "RUN").Split(' '),
            CopiedFrom().Match(file).Groups[1].Value,
            new([Line(file, "ENV").Split('=') is [var name, var value] ? new(name, value) : throw new FormatException("ENV NAME=VALUE")]),
            Line(file, "EXPOSE"),
            JsonSerializer.Deserialize<string[]>(Line(file, "ENTRYPOINT"))!);
    }

    private static string Line(string file, string instruction) =>
        Assert.Single(file.Split('\n'), line => line.StartsWith(instruction + " ", StringComparison.Ordinal))[(instruction.Length + 1)..].Trim();

    [GeneratedRegex("COPY --from=build (.+) \\.")]
    private static partial Regex CopiedFrom();
}
