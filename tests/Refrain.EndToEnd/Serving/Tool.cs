using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Refrain.EndToEnd.Serving;

/// <summary>The <c>refrain</c> tool, running in a process of its own until it is disposed of.</summary>
public sealed partial class Tool : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Tool(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _address.TrySetException(
            new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The tool ended with exit code {process.ExitCode}:\n{Said}")));
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it wrote so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Serves one script, at the root.</summary>
    public static Task<Tool> RunAsync(string script, params string[] options) => StartAsync("run", script, options);

    /// <summary>Serves a folder of scripts with a page to choose from.</summary>
    public static Task<Tool> GalleryAsync(string folder) => StartAsync("gallery", folder);

    /// <summary>Presses Ctrl+C; gives the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await ExitAsync();
    }

    /// <summary>Waits until it has ended; gives the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Tool> StartAsync(string command, string path, params string[] options)
    {
        // Whoever runs the tests in the background makes them, and all that they start, deaf to Ctrl+C; the tool must hear it.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Repository.Tool, command, path, "--port", "0", "--no-browser", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var tool = new Tool(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            tool.Address = await tool._address.Task.WaitAsync(Patience);
            return tool;
        }
        catch
        {
            await tool.DisposeAsync();
            throw;
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (AddressPattern().Match(line) is { Success: true } found)
            _address.TrySetResult(new Uri(found.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*/")]
    private static partial Regex AddressPattern();
}
