using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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
            var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
            if (parsed.Action is ParseErrorAction)
                throw NotUnderstood(parsed);
            return await parsed.InvokeAsync(invocation).ConfigureAwait(false);
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

    /// <remarks>The last error is about what was written; one before it may be that something is missing, which follows from it.</remarks>
    private static UsageException NotUnderstood(ParseResult parsed)
    {
        var commands = new List<string> { "refrain" };
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
            commands.Insert(1, command.Command.Name);
        var message = string.Join(' ', parsed.Errors[^1].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new($"RFN0640: {message.TrimEnd('.')}. What can be written there: {string.Join(' ', commands)} --help");
    }
}
