using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Refrain.Cli.Serving;
using Refrain.Scripts;
using Refrain.Server.Hosting;

namespace Refrain.Cli.Commands;

/// <summary>The options of every command that serves pages.</summary>
internal sealed class ServerOptions
{
    private readonly Option<int?> _port = new("--port")
    {
        Description = $"The port to listen on; 0 for any. Default: {ServerSettings.DefaultPort}, or the next that is free.",
        HelpName = "NUMBER",
    };

    private readonly Option<string> _host = new("--host")
    {
        Description = "The address to listen on. Default: 127.0.0.1, this machine only.",
        DefaultValueFactory = _ => "127.0.0.1",
        HelpName = "ADDRESS",
    };

    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Do not open the page in a browser." };

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Whether saving a script reruns its open pages. Default: true.",
        DefaultValueFactory = _ => true,
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _configuration = new("--configuration", "-c")
    {
        Description = "Debug or Release: whether the compiler optimizes, and how projects are built. Default: Debug.",
        DefaultValueFactory = _ => "Debug",
        HelpName = "NAME",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write everything as lines of JSON, for other programs." };

    /// <param name="command">The command.</param>
    /// <param name="builds">Whether it lets the caller say how scripts are compiled.</param>
    internal ServerOptions(Command command, bool builds = false)
    {
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
                result.AddError("A port is a number between 0 and 65535.");
        });
        foreach (var option in (Option[])[_port, _host, _noBrowser, _watch, _json])
            command.Options.Add(option);
        if (builds)
            command.Options.Add(_configuration);
    }

    internal bool Watch(ParseResult result) => result.GetValue(_watch);

    internal bool IsJson(ParseResult result) => result.GetValue(_json);

    internal ServerSettings Read(ParseResult result, string folder) => new()
    {
        Port = result.GetValue(_port),
        Host = result.GetValue(_host)!,
        OpenBrowser = !result.GetValue(_noBrowser),
        ContentRoot = folder,
    };

    internal void Configure(ParseResult result, WebApplicationBuilder builder)
    {
        if (IsJson(result))
            builder.Logging.ClearProviders().AddJsonConsole();
    }

    /// <remarks>A project's code looks beside its own program for what was copied there, not beside the tool.</remarks>
    internal LiveScriptOptions Script(ParseResult result, string file, string[] arguments, Announcement announcement) => new()
    {
        Path = file,
        Arguments = arguments,
        Watch = Watch(result),
        Configuration = result.GetValue(_configuration)!,
        Fetching = announcement.Progress,
        Output = folder => AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder),
    };

    /// <summary>How a project with a server of its own is run: it hears where to listen as ASP.NET Core's programs do.</summary>
    internal ProjectOptions ForProject(ParseResult result, string[] arguments)
    {
        var port = result.GetValue(_port);
        string[] address = port is null && result.GetResult(_host) is { Implicit: true }
            ? []
            : ["--urls", string.Create(CultureInfo.InvariantCulture, $"http://{result.GetValue(_host)}:{port ?? ServerSettings.DefaultPort}")];
        return new(result.GetValue(_configuration)!, Watch(result), [.. address, .. arguments]) { OpenBrowser = !result.GetValue(_noBrowser) };
    }
}
