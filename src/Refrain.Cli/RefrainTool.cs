using System.CommandLine;
using System.Globalization;
using Refrain.Cli.Commands;
using Refrain.Server.Hosting;
using Spectre.Console;

namespace Refrain.Cli;

/// <summary>The <c>refrain</c> tool.</summary>
internal static class RefrainTool
{
    internal static async Task<int> RunAsync(string[] arguments, IAnsiConsole? errors = null, TextWriter? output = null)
    {
        errors ??= Terminal.Errors;
        var root = new RootCommand("Runs C# scripts as web pages.")
        {
            RunCommand.Create(),
            GalleryCommand.Create(),
            GalleryCommand.CreateHello(),
            NewCommand.Create(),
            PublishCommand.Create(),
            CacheCommand.Create(),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
        };
        HelpWithExamples.AddTo(root);
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output ?? Console.Out };
        try
        {
            return await root.Parse(arguments).InvokeAsync(invocation).ConfigureAwait(false);
        }
        catch (UsageException error)
        {
            errors.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{error.Message}[/]");
            return ExitCodes.Usage;
        }
        catch (BadScriptException error)
        {
            errors.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{error.Message}[/]");
            return ExitCodes.BadScript;
        }
        catch (ServerStartException error)
        {
            errors.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{error.Message}[/]");
            return ExitCodes.CannotStart;
        }
    }
}
