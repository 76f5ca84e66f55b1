using Microsoft.AspNetCore.Builder;
using Refrain.Scripts;
using Refrain.Scripts.Sources;
using Refrain.Server.Mounting;

namespace Refrain.Cli.Serving;

/// <summary>The scripts that one server serves, each a page, with one navigation; or a project.</summary>
/// <param name="Path">Their folder.</param>
/// <param name="Name">What they are called together.</param>
/// <param name="Files">The scripts; the first is the page at the root.</param>
internal sealed record PagesFolder(string Path, string Name, IReadOnlyList<string> Files)
{
    private static readonly string[] First = ["index", "home"];

    /// <summary>Whether it is a project.</summary>
    internal bool IsProject => Files[0].EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    /// <summary>One script alone, or one project.</summary>
    internal static PagesFolder Of(string file) => new(System.IO.Path.GetDirectoryName(file)!, System.IO.Path.GetFileName(file), [file]);

    /// <summary>A folder: a page for every script in it, by name, <c>index.cs</c> or <c>home.cs</c> first.</summary>
    /// <exception cref="UsageException">There is no script in it.</exception>
    internal static PagesFolder Read(string folder)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*.cs")
                .Where(file => HelperFiles.IsProgram(File.ReadAllText(file)))
                .OrderBy(file => First.Contains(System.IO.Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(file => file, StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? new(folder, System.IO.Path.GetFileName(folder), files)
            : throw new UsageException($"RFN0644: There is no script in '{folder}': no .cs file with statements of its own, and no project. To write one: refrain new script");
    }

    /// <summary>Mounts the pages.</summary>
    internal ScriptPages Map(WebApplication app, Func<string, LiveScriptOptions> options)
    {
        PageLink[] links = Files.Count == 1 ? [] : [.. Files.Select(file => new PageLink(AddressOf(file), PageTitle.Of(System.IO.Path.GetFileNameWithoutExtension(file))))];
        return new([.. Files.Select(file => LivePage.Map(app, AddressOf(file), options(file), pages: links))]);
    }

    private string AddressOf(string file) => file == Files[0] ? "/" : $"/{System.IO.Path.GetFileNameWithoutExtension(file)}";
}

/// <summary>Pages that are served together.</summary>
internal sealed class ScriptPages(IReadOnlyList<LivePage> pages) : IAsyncDisposable
{
    /// <summary>The files whose text does not compile.</summary>
    internal IReadOnlyList<string> Failing => [.. pages.Where(page => page.Fails).Select(page => page.File)];

    /// <summary>Compiles all, one after another, so that the first visit of each need not wait.</summary>
    /// <param name="stopping">Cancelled when the server stops.</param>
    internal async Task CompileAsync(CancellationToken stopping)
    {
        foreach (var page in pages.TakeWhile(_ => !stopping.IsCancellationRequested))
            await page.Compile().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages)
            await page.DisposeAsync().ConfigureAwait(false);
    }
}
