using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Refrain.Cli;

/// <summary>The help of a command, and lines to copy.</summary>
internal sealed class HelpWithExamples(HelpAction help, RootCommand root) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [""] = ["refrain new script app.cs", "refrain run app.cs", "refrain hello"],
        ["run"] = ["refrain run app.cs", "refrain run app.cs --port 9000 --no-browser", "refrain run app.cs -- --year 2025"],
        ["gallery"] = ["refrain gallery pages"],
        ["hello"] = ["refrain hello", "refrain hello --port 9000"],
        ["new"] = ["refrain new script app.cs", "refrain new dashboard sales", "refrain new web shop"],
        ["publish"] = ["refrain publish app.cs", "refrain publish shop -o deploy"],
        ["cache"] = ["refrain cache show", "refrain cache clear"],
        ["show"] = ["refrain cache show", "refrain cache show --port 8501"],
        ["clear"] = ["refrain cache clear", "refrain cache clear --function LoadSales", "refrain cache clear resources --port 8501", "refrain cache clear disk"],
        ["doctor"] = ["refrain doctor"],
        ["completion"] = ["eval \"$(refrain completion bash)\"", "refrain completion fish | source", "refrain completion powershell | Out-String | Invoke-Expression"],
    };

    internal static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!, root);
    }

    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter();
        configuration.Output = text;
        var exitCode = help.Invoke(parseResult);
        configuration.Output = output;

        // The platform calls the tool as its file is called.
        output.Write(text.ToString().Replace($"  {root.Name}", "  refrain", StringComparison.Ordinal));
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(command == root ? "" : command.Name, out var lines))
        {
            output.WriteLine("Examples:");
            foreach (var line in lines)
                output.WriteLine($"  {line}");
        }

        return exitCode;
    }
}
