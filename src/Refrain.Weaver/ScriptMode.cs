namespace Refrain.Weaver;

/// <summary>Whether the weaver makes a program serve itself as a page.</summary>
public enum ScriptMode
{
    /// <summary>The entry point stays as the compiler made it.</summary>
    Never,

    /// <summary>The program becomes a page if it can use Refrain's server and does not start a web application of its own.</summary>
    WhenPlainScript,

    /// <summary>The program becomes a page; it is an error if it cannot.</summary>
    Always,
}
