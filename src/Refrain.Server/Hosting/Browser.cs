using System.ComponentModel;
using System.Diagnostics;

namespace Refrain.Server.Hosting;

/// <summary>The browser of the person who started the server.</summary>
internal static class Browser
{
    /// <summary>Shows an address, where there is a screen to show it on.</summary>
    internal static void Open(Uri address)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            else if (OperatingSystem.IsMacOS())
                Start(new ProcessStartInfo("open", [address.AbsoluteUri]));
            else if (HasScreen)
                Start(new ProcessStartInfo("xdg-open", [address.AbsoluteUri]) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            // No browser to be found: the address is on the console.
        }
    }

    /// <summary>Why no browser will open by itself; <see langword="null"/> when one should.</summary>
    internal static string? WhyNone =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || HasScreen ? null : "this session has no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)";

    private static bool HasScreen => IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    private static void Start(ProcessStartInfo start) => Process.Start(start)?.Dispose();
}
