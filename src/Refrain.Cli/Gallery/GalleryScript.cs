using Refrain.Server.Mounting;

namespace Refrain.Cli.Gallery;

/// <summary>One script of a gallery.</summary>
/// <param name="File">Its full path.</param>
/// <param name="Title">The first line of the comment it opens with, else its name.</param>
/// <param name="Description">The rest of that comment.</param>
/// <param name="Icon">A sign for it.</param>
internal sealed record GalleryScript(string File, string Title, string Description, string? Icon = null)
{
    /// <summary>Its name, which is its address too.</summary>
    internal string Name => System.IO.Path.GetFileNameWithoutExtension(File);

    internal static GalleryScript Read(string file)
    {
        string[] comment =
        [
            .. System.IO.File.ReadLines(file)
                .SkipWhile(line => line.StartsWith('#') || string.IsNullOrWhiteSpace(line))
                .TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))
                .Select(line => line.TrimStart('/').Trim()),
        ];
        var title = comment.Length > 0 ? comment[0].TrimEnd('.') : PageTitle.Of(System.IO.Path.GetFileNameWithoutExtension(file));
        return new GalleryScript(file, title, string.Join(' ', comment.Skip(1)).Trim());
    }
}
