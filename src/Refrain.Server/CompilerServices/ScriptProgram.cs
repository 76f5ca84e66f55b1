using System.ComponentModel;
using System.Reflection;
using Refrain.Scripts;
using Refrain.Server.Hosting;
using Refrain.Server.Mounting;

namespace Refrain.CompilerServices;

/// <summary>What the entry point of a woven script calls: the program serves its own script as a page.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScriptProgram
{
    /// <summary>Serves a script until the program is stopped.</summary>
    /// <param name="args">The program's arguments: <c>--port</c>, <c>--host</c> and <c>--no-browser</c> are the server's, the rest is
    /// the script's.</param>
    /// <param name="entryPoint">The entry point as the user wrote it.</param>
    /// <param name="scriptPath">The script's file, which the page shows; it need not exist any more.</param>
    /// <returns>The program's exit code.</returns>
    public static int Run(string[] args, RuntimeMethodHandle entryPoint, string scriptPath)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(scriptPath);
        try
        {
            RunAsync(args, EntryPoint.Find(MethodBase.GetMethodFromHandle(entryPoint)!), scriptPath).GetAwaiter().GetResult();
            return 0;
        }
        catch (Exception error) when (error is ServerStartException or FormatException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static async Task RunAsync(string[] args, Func<string[], Task> script, string scriptPath)
    {
        var (settings, rest) = ServerSettings.Parse(args);
        var app = RefrainServer.Create(settings);
        PageEndpoints.Map(app, "/", new PageSettings
        {
            Title = PageTitle.Of(Path.GetFileNameWithoutExtension(scriptPath)),
            Entry = _ => script(rest),
            SourceFile = File.Exists(scriptPath) ? scriptPath : null,
        });
        await RefrainServer.RunAsync(app, settings, (address, note) =>
        {
            if (note is not null)
                Console.WriteLine(note);
            Console.WriteLine($"{Path.GetFileName(scriptPath)} is at {address}");
            Console.WriteLine("Ctrl+C stops it.");
        }).ConfigureAwait(false);
    }
}
