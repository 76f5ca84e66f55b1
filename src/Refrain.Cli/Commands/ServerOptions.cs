using System.CommandLine;
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

    internal ServerOptions(Command command)
    {
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
                result.AddError("A port is a number between 0 and 65535.");
        });
        command.Options.Add(_port);
        command.Options.Add(_host);
        command.Options.Add(_noBrowser);
        command.Options.Add(_watch);
    }

    internal bool Watch(ParseResult result) => result.GetValue(_watch);

    internal ServerSettings Read(ParseResult result, string folder) => new()
    {
        Port = result.GetValue(_port),
        Host = result.GetValue(_host)!,
        OpenBrowser = !result.GetValue(_noBrowser),
        ContentRoot = folder,
    };
}
