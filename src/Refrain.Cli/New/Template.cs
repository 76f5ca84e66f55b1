using System.Reflection;

namespace Refrain.Cli.New;

/// <summary>One of the starting points that the tool carries; the package <c>Refrain.Templates</c> carries the same files.</summary>
internal sealed record Template(string Kind, IReadOnlyList<TemplateFile> Files)
{
    private const string Placeholder = "RefrainApp";
    private static readonly Assembly Here = typeof(Template).Assembly;

    /// <summary>What can be asked for, the default first.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = ["script", "dashboard", "web"];

    internal static Template Read(string kind)
    {
        var prefix = $"templates/{kind}/";
        return new Template(kind,
        [
            .. from resource in Here.GetManifestResourceNames()
               where resource.StartsWith(prefix, StringComparison.Ordinal)
               orderby resource
               select new TemplateFile(resource, resource[prefix.Length..]),
        ]);
    }

    /// <summary>Writes the files into a folder, none of them over another.</summary>
    /// <param name="folder">The folder, which need not be there yet.</param>
    /// <param name="name">What stands for the template's own name in the names of its files.</param>
    /// <exception cref="UsageException">A file of that name is there; nothing was written.</exception>
    internal IReadOnlyList<string> Write(string folder, string name)
    {
        (TemplateFile File, string Path)[] files =
            [.. Files.Select(file => (file, Path.Combine(folder, file.Name.Replace(Placeholder, name, StringComparison.Ordinal))))];
        if (files.FirstOrDefault(file => Path.Exists(file.Path)) is (not null, { } taken))
        {
            throw new UsageException(
                $"RFN0660: '{taken}' is there already, and is not overwritten. Choose another name: refrain new {Kind} NAME");
        }

        Directory.CreateDirectory(folder);
        foreach (var (file, path) in files)
        {
            using var from = Here.GetManifestResourceStream(file.Resource)!;
            using var to = new FileStream(path, FileMode.CreateNew);
            from.CopyTo(to);
        }

        return [.. files.Select(file => file.Path)];
    }
}

/// <summary>One file of a template.</summary>
/// <param name="Resource">Where it is in this assembly.</param>
/// <param name="Name">Its name in the folder.</param>
internal sealed record TemplateFile(string Resource, string Name);
