using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Refrain.Weaver.Tests.Packages;

/// <summary>What every package says of itself, and what it must not say.</summary>
[Collection(PackageCollection.Name)]
[Trait("row", "I2")]
public class PackageContentsTests
{
    public static TheoryData<string, string[]> Packages => new()
    {
        { "Refrain", ["Refrain", "Refrain.Frames", "Refrain.Server"] },
        { "Refrain.Caching", ["Refrain.Caching"] },
        { "Refrain.Testing", ["Refrain.Testing"] },
        { "Refrain.Cli", [] },
        { "Refrain.Templates", [] },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_readme_licence_icon_docs_and_symbols(string id, string[] libraries)
    {
        using var package = Open(id, "nupkg");
        var description = Describe(package, id);
        Assert.Equal("Apache-2.0", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.NotEmpty(Value("description"));
        Assert.NotNull(package.GetEntry("icon.png"));
        Assert.StartsWith($"# {id}\n", Text(package.GetEntry("README.md")!), StringComparison.Ordinal);

        foreach (var library in libraries)
        {
            Assert.NotNull(package.GetEntry($"lib/net10.0/{library}.dll"));
            Assert.NotNull(package.GetEntry($"lib/net10.0/{library}.xml"));
            Assert.Null(package.GetEntry($"lib/net10.0/{library}.pdb"));
            using var symbols = Open(id, "snupkg");
            Assert.NotNull(symbols.GetEntry($"lib/net10.0/{library}.pdb"));
        }

        string Value(string name) => description.Single(element => element.Name.LocalName == name).Value;
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_file_of_a_package_holds_a_path_of_the_machine(string id, string[] libraries)
    {
        string[] kinds = libraries.Length > 0 ? ["nupkg", "snupkg"] : ["nupkg"];
        foreach (var kind in kinds)
        {
            using var package = Open(id, kind);
#if !DEBUG
            Assert.All(package.Entries, entry =>
            {
                var bytes = Bytes(entry);
                Assert.True(
                    bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(RepositoryRoot.Folder)) < 0
                        && bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(RepositoryRoot.Folder)) < 0,
                    $"{id}/{entry.FullName} holds the path {RepositoryRoot.Folder}");
            });
#endif
        }
    }

    private ZipArchive Open(string id, string kind) => ZipFile.OpenRead(Path.Combine(PackageFeed.Feed, $"{id}.0.1.0.{kind}"));

    private static XElement[] Describe(ZipArchive package, string id) =>
        [.. XDocument.Parse(Text(package.GetEntry($"{id}.nuspec")!)).Descendants()];

    private static string Text(ZipArchiveEntry entry) => Encoding.UTF8.GetString(Bytes(entry)).TrimStart('\uFEFF');

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
