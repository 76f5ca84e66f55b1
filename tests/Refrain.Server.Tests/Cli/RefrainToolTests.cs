using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Refrain.Cli;
using Refrain.Cli.Serving;
using Spectre.Console;

namespace Refrain.Server.Tests.Cli;

public sealed class RefrainToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_script_that_is_not_there_is_named_with_those_that_are()
    {
        _folder.Write("hello.cs", "");

        Assert.Equal(2, await RunAsync("run", _folder["helo.cs"]));

        Assert.Equal($"RFN0641: There is no file '{_folder["helo.cs"]}'. In that folder there are: hello.cs.", Said);

        File.Delete(_folder["hello.cs"]);
        Assert.Equal(2, await RunAsync("run", _folder["helo.cs"]));
        Assert.Equal($"RFN0641: There is no file '{_folder["helo.cs"]}'. To write one: refrain new script {_folder["helo.cs"]}", Said);

        Assert.Equal(2, await RunAsync("run", _folder["none/helo.cs"]));
        Assert.Equal($"RFN0641: There is no file '{_folder["none/helo.cs"]}'. Nor is there a folder '{_folder["none"]}'.", Said);
    }

    [Theory]
    [InlineData("frobnicate", "Unrecognized command or argument 'frobnicate'. What can be written there: refrain --help")]
    [InlineData("run", "Required argument missing for command: 'run'. What can be written there: refrain run --help")]
    [InlineData("run app.cs --port 99999", "A port is a number between 0 and 65535. What can be written there: refrain run --help")]
    [InlineData("cache show --folders", "Unrecognized command or argument '--folders'. What can be written there: refrain cache show --help")]
    [InlineData("completion csh", "Argument 'csh' not recognized. Must be one of: 'bash' 'fish' 'powershell' 'zsh'. What can be written there: refrain completion --help")]
    public async Task A_command_line_that_is_not_understood_is_refused_in_one_line(string line, string message)
    {
        Assert.Equal(2, await RunAsync(line.Split(' ')));
        Assert.Equal($"RFN0640: {message}", Said);
    }

    [Fact]
    public async Task A_file_that_is_no_script_and_a_folder_without_any_are_refused()
    {
        _folder.Write("notes.txt", "");

        Assert.Equal(2, await RunAsync("run", _folder["notes.txt"]));
        Assert.Equal($"RFN0642: '{_folder["notes.txt"]}' is not a C# script: its name does not end in .cs.", Said);

        _folder.Write("helper.cs", "static class Helper;");
        Assert.Equal(2, await RunAsync("run", _folder.Path));
        Assert.Equal($"RFN0644: There is no script in '{_folder.Path}': no .cs file with statements of its own, and no project. To write one: refrain new script", Said);
    }

    [Fact]
    public async Task A_script_that_does_not_compile_and_is_not_watched_ends_the_program()
    {
        Assert.Equal(3, await RunAsync("run", _folder.Write("bad.cs", "Ui.Nothing();"), "--port", "0", "--watch=false"));
        Assert.Equal(
            "RFN0648: bad.cs does not compile, as said above. Without --watch=false the page would wait for the file to be mended and saved.", Said);

        _folder.Write("also.cs", "Ui.Nothing();");
        Assert.Equal(3, await RunAsync("run", _folder.Path, "--port", "0", "--watch=false"));
        Assert.Equal(
            "RFN0648: also.cs, bad.cs do not compile, as said above. Without --watch=false the page would wait for the file to be mended and saved.", Said);
        File.Delete(_folder["also.cs"]);
        Assert.Equal(3, await RunAsync("run", _folder.Write("bad.cs", "#:package Refrain.No.Such.Package@1.0.0\nUi.Title(1);"), "--port", "0", "--watch=false"));
        Assert.Equal(
            "RFN0648: bad.cs does not compile, as said above. Without --watch=false the page would wait for the file to be mended and saved.", Said);
    }

    [Fact]
    public void For_other_programs_the_note_of_another_port_is_a_line_too()
    {
        var log = new Lines();

        new Announcement(log).Show("app.cs", new Uri("http://127.0.0.1:8502"), "Port 8501 is taken by another program, so this is on port 8502.");

        Assert.Equal(["Warning: Port 8501 is taken by another program, so this is on port 8502.", "Information: app.cs is at http://127.0.0.1:8502/"], log);
    }

    [Fact]
    public async Task A_gallery_needs_a_folder_with_scripts()
    {
        Assert.Equal(2, await RunAsync("gallery", _folder["none"]));
        Assert.Equal($"RFN0643: There is no folder '{_folder["none"]}'.", Said);

        Assert.Equal(2, await RunAsync("gallery", _folder.Path));
        Assert.Equal($"RFN0644: There is no script in '{_folder.Path}': no file whose name ends in .cs.", Said);

        _folder.Write("hello.cs", "");
        _folder.Write("gallery.json", """{ "titel": "x" }""");
        Assert.Equal(2, await RunAsync("gallery", _folder.Path));
        Assert.StartsWith("RFN0645: gallery.json cannot be read: The JSON property 'titel' could not be mapped", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_ends_the_program_with_the_reason()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal(1, await RunAsync("run", _folder.Write("hello.cs", ""), "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal($"RFN0631: Port {port} is taken by another program. Choose another with --port, or leave --port out for the next free one.", Said);
    }

    private sealed class Lines : List<string>, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add($"{logLevel}: {formatter(state, exception)}");
    }

    private string Said
    {
        get
        {
            var said = _errors.ToString().Trim();
            _errors.GetStringBuilder().Clear();
            return said;
        }
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_errors), Ansi = AnsiSupport.No });
        console.Profile.Width = 10_000;
        return RefrainTool.RunAsync(arguments, console);
    }
}
