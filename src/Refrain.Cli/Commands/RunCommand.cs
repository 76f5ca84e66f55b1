using System.CommandLine;
using Refrain.Cli.Serving;
using Refrain.Scripts;
using Refrain.Server.Hosting;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain run app.cs</c>: one script as a page.</summary>
internal static class RunCommand
{
    internal static Command Create()
    {
        var path = new Argument<string>("SCRIPT") { Description = "The script, a C# file." };
        var rest = new Argument<string[]>("ARGS") { Description = "What the script sees as args, after --.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("run", "Serves one script as a page, and again each time it is saved.") { path, rest };
        var options = new ServerOptions(command);
        command.SetAction((result, _) => RunAsync(result.GetValue(path)!, result.GetValue(rest) ?? [], options, result));
        return command;
    }

    private static async Task<int> RunAsync(string path, string[] arguments, ServerOptions options, ParseResult result)
    {
        var script = ScriptPath.Check(path);
        var settings = options.Read(result, Path.GetDirectoryName(script)!);
        var app = RefrainServer.Create(settings);
        var live = new LiveScriptOptions { Path = script, Arguments = arguments, Watch = options.Watch(result) };
        var page = LivePage.Map(app, "/", live);
        Task compiling;
        await using (page.ConfigureAwait(false))
        {
            compiling = page.Compile();
            await RefrainServer.RunAsync(app, settings, (address, note) =>
                Announcement.Show(Path.GetFileName(script), address, note)).ConfigureAwait(false);
        }

        await compiling.ConfigureAwait(false);
        return 0;
    }
}
