using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Refrain.Cli.Serving;
using Refrain.Scripts.Projects;
using Refrain.Server.Hosting;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain run app.cs</c>: a script, a folder of them, or a project, as pages.</summary>
internal static class RunCommand
{
    internal static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A script, a folder of scripts, each a page, or a project." };
        var rest = new Argument<string[]>("ARGS") { Description = "What the script sees as args, after --.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", "Serves a script as a page, and again each time it is saved.") { path, rest };
        var options = new ServerOptions(command, builds: true);
        command.SetAction((result, _) => RunAsync(ScriptPath.Check(result.GetValue(path)!), result.GetValue(rest) ?? [], options, result));
        return command;
    }

    private static Task<int> RunAsync(ScriptPath path, string[] arguments, ServerOptions options, ParseResult result) => path.Kind switch
    {
        PathKind.Project when OwnServer.ReasonOf(path.Full) is { } reason => ProjectProgram.RunAsync(path.Full, reason, options.ForProject(result, arguments)),
        PathKind.Folder => ServeAsync(PagesFolder.Read(path.Full), arguments, options, result),
        _ => ServeAsync(PagesFolder.Of(path.Full), arguments, options, result),
    };

    private static async Task<int> ServeAsync(PagesFolder folder, string[] arguments, ServerOptions options, ParseResult result)
    {
        var settings = options.Read(result, folder.Path);
        var app = RefrainServer.Create(settings, builder => options.Configure(result, builder));
        var announcement = new Announcement(options.IsJson(result) ? app.Logger : null);
        var pages = folder.Map(app, file => options.Script(result, file, arguments, announcement));
        if (folder.IsProject)
            announcement.Say($"{folder.Name} is served as a page, and goes on when it is saved: it has no server of its own.");
        Task compiling;
        using var exit = new UnexpectedExit();
        await using (pages.ConfigureAwait(false))
        {
            compiling = pages.CompileAsync(app.Lifetime.ApplicationStopping);
            if (!options.Watch(result))
                await CheckAsync(app, pages, compiling).ConfigureAwait(false);
            await RefrainServer.RunAsync(app, settings, (address, note) => announcement.Show(folder.Name, address, note)).ConfigureAwait(false);
        }

        await compiling.ConfigureAwait(false);
        return 0;
    }

    /// <exception cref="BadScriptException">A script does not compile.</exception>
    private static async Task CheckAsync(WebApplication app, ScriptPages pages, Task compiling)
    {
        await compiling.ConfigureAwait(false);
        if (pages.Failing.Count == 0)
            return;
        await app.DisposeAsync().ConfigureAwait(false);
        throw new BadScriptException(
            $"RFN0648: {string.Join(", ", pages.Failing)} {(pages.Failing.Count == 1 ? "does" : "do")} not compile, as said above. " +
            "Without --watch=false the page would wait for the file to be mended and saved.");
    }
}
