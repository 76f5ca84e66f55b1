using System.CommandLine;
using Refrain.Cli.Gallery;
using Refrain.Cli.Serving;
using Refrain.Server.Hosting;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain gallery samples</c>: a folder of scripts, each a page, with a page to choose from.</summary>
internal static class GalleryCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder with the scripts.", DefaultValueFactory = _ => "samples" };
        var command = new Command("gallery", "Serves all scripts of a folder, with a page to choose from.") { folder };
        var options = new ServerOptions(command);
        command.SetAction((result, _) => RunAsync(result.GetValue(folder)!, options, result));
        return command;
    }

    /// <summary><c>refrain hello</c>: the samples that came with the tool.</summary>
    internal static Command CreateHello()
    {
        var command = new Command("hello", "Serves the gallery of samples, each beside its source.");
        var options = new ServerOptions(command);
        command.SetAction((result, _) => RunAsync(Path.Combine(AppContext.BaseDirectory, "samples"), options, result));
        return command;
    }

    private static async Task<int> RunAsync(string folder, ServerOptions options, ParseResult result)
    {
        var gallery = GalleryFolder.Read(folder);
        var settings = options.Read(result, gallery.Path);
        var app = RefrainServer.Create(settings, builder => options.Configure(result, builder));
        var announcement = new Announcement(options.IsJson(result) ? app.Logger : null);
        var pages = GalleryPages.Map(app, gallery, options.Watch(result));
        Task compiling;
        await using (pages.ConfigureAwait(false))
        {
            compiling = pages.Compile(app.Lifetime.ApplicationStopping);
            await RefrainServer.RunAsync(app, settings, (address, note) =>
                announcement.Show(gallery.Title, address, note)).ConfigureAwait(false);
        }

        await compiling.ConfigureAwait(false);
        return 0;
    }
}
