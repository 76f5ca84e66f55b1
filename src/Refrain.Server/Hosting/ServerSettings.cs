using System.Globalization;

namespace Refrain.Server.Hosting;

/// <summary>How a script, or a gallery of them, is served by a program of Refrain's own.</summary>
internal sealed record ServerSettings
{
    internal const int DefaultPort = 8501;

    /// <summary>The address listened on. Default: this machine only.</summary>
    internal string Host { get; init; } = "127.0.0.1";

    /// <summary>The port asked for; 0 for any; <see langword="null"/> for the default one, or the next that is free.</summary>
    internal int? Port { get; init; }

    /// <summary>Whether to show the page in the person's browser. Default: yes.</summary>
    internal bool OpenBrowser { get; init; } = true;

    /// <summary>Where <c>appsettings.json</c> is looked for. Default: the current folder.</summary>
    internal string? ContentRoot { get; init; }

    /// <summary>Reads the options that a script's own program takes; the rest is the script's.</summary>
    /// <exception cref="FormatException">An option has no value, or a bad one.</exception>
    internal static (ServerSettings Settings, string[] Script) Parse(string[] arguments)
    {
        var settings = new ServerSettings();
        var rest = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--no-browser":
                    settings = settings with { OpenBrowser = false };
                    break;
                case "--host":
                    settings = settings with { Host = Value(arguments, ref i) };
                    break;
                case "--port":
                    settings = settings with { Port = PortOf(Value(arguments, ref i)) };
                    break;
                case "--":
                    rest.AddRange(arguments[(i + 1)..]);
                    i = arguments.Length;
                    break;
                default:
                    rest.Add(arguments[i]);
                    break;
            }
        }

        return (settings, [.. rest]);
    }

    private static string Value(string[] arguments, ref int i) =>
        ++i < arguments.Length ? arguments[i] : throw new FormatException($"RFN0630: The option {arguments[i - 1]} needs a value.");

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new FormatException($"RFN0630: '{text}' is not a port. A port is a number between 0 and 65535.");
}
