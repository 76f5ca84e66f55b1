namespace Refrain.Cli;

/// <summary>What the tool's exit code means, besides 0.</summary>
internal static class ExitCodes
{
    /// <summary>The server could not start: the port is taken, say.</summary>
    internal const int CannotStart = 1;

    /// <summary>The command line asks for what cannot be: a file that is not there, say.</summary>
    internal const int Usage = 2;

    /// <summary>A script does not compile, and nobody looks whether it is mended.</summary>
    internal const int BadScript = 3;
}

/// <summary>Scripts do not compile, and never will, when nobody looks whether they were saved.</summary>
internal sealed class BadScriptException(string message) : Exception(message);

/// <summary>The command line asks for what cannot be.</summary>
internal sealed class UsageException(string message) : Exception(message);
