using System.Globalization;

namespace Refrain.EndToEnd.Serving;

/// <summary>Where the parts of this repository lie.</summary>
internal static class Repository
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    internal static string Root => RepositoryRoot.Folder;

    internal static string Tool { get; } = PathTo("src", "Refrain.Cli", "bin", Configuration, "net10.0", "Refrain.Cli.dll");

    internal static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    internal static string Sample(string name) => PathTo("samples", name + ".cs");

    internal static string Page(string name) => PathTo("tests", "Refrain.EndToEnd", "Pages", name + ".cs");

    /// <summary>A line of a sample as the page names it, such as <c>errors.cs:12</c>, found by what stands in it.</summary>
    internal static string LineOf(string sample, string text)
    {
        var at = Array.FindIndex(File.ReadAllLines(Sample(sample)), line => line.Contains(text, StringComparison.Ordinal));
        Assert.True(at >= 0, $"{sample}.cs has no line with {text}");
        return string.Create(CultureInfo.InvariantCulture, $"{sample}.cs:{at + 1}");
    }
}
