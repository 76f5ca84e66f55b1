using System.CommandLine;
using System.Globalization;
using Refrain.Cli.New;
using Spectre.Console;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain new script app.cs</c>: writes a page to begin with.</summary>
internal static class NewCommand
{
    internal static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "script: one page in a file. dashboard: a folder of pages. web: an ASP.NET Core program with a page mounted in it.",
            DefaultValueFactory = _ => Template.Kinds[0],
        };
        kind.AcceptOnlyFromAmong([.. Template.Kinds]);
        var name = new Argument<string?>("NAME")
        {
            Description = "The file of a script, the folder of the others. Default: app.cs, dashboard, web.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("new", "Writes a page to begin with.") { kind, name };
        command.SetAction(result => Write(result.GetValue(kind)!, result.GetValue(name)));
        return command;
    }

    private static int Write(string kind, string? asked)
    {
        var path = asked ?? (kind == "script" ? "app.cs" : kind);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var name = Path.GetFileName(full);
        if (kind == "script" && name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            name = name[..^3];
        if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new UsageException($"RFN0661: '{path}' cannot be the name of a {kind}. A name is of letters, digits, '-', '_' and '.', for example: sales-2025");

        var written = Template.Read(kind).Write(kind == "script" ? Path.GetDirectoryName(full)! : full, name);
        foreach (var file in written)
            Terminal.Output.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Wrote {Path.GetRelativePath(".", file)}");
        var shown = Path.GetRelativePath(".", kind == "script" ? written[0] : full);
        Terminal.Output.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"Next: [bold]refrain run {shown}[/]");
        return 0;
    }
}
