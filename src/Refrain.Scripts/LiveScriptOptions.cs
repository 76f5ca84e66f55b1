namespace Refrain.Scripts;

/// <summary>Which script, and how to treat it.</summary>
internal sealed record LiveScriptOptions
{
    /// <summary>The file of a script, or of a project that is a page.</summary>
    internal required string Path { get; init; }

    /// <summary>Its name in the app, part of the identity of its cached functions. Default: the file's name without extension.</summary>
    internal string? Name { get; init; }

    /// <summary>What the script sees as <c>args</c>. Default: nothing.</summary>
    internal string[] Arguments { get; init; } = [];

    /// <summary>Whether saving the file compiles it again. Default: <see langword="false"/>.</summary>
    internal bool Watch { get; init; }

    /// <summary>The clock of the watcher. Default: the system's.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether the compiler optimizes; how projects that the script asks for are built. Default: <c>Debug</c>.</summary>
    internal string Configuration { get; init; } = "Debug";

    /// <summary>Told before packages are restored or projects built, which takes a while. Default: nobody.</summary>
    internal Action<string>? Fetching { get; init; }

    /// <summary>Told where a project's program would be, and what is copied beside it is. Default: nobody.</summary>
    internal Action<string>? Output { get; init; }

    /// <summary>Where packages that scripts ask for are restored. Default: a folder of the user's.</summary>
    internal string? PackageCache { get; init; }
}
