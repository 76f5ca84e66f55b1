using Microsoft.CodeAnalysis;

namespace Refrain.Analyzers;

/// <summary>Everything the analyzers say, in one place so that it has one voice. What is also refused at run time has the same id and words there.</summary>
internal static class Rules
{
    private const string Category = "Refrain";

    internal static readonly DiagnosticDescriptor NoBody = new(
        "RFN0017",
        "A cached function needs code of its own",
        "The function '{0}' cannot be cached: it is {1} and has no code of its own. Put the attribute on {2}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0017"));

    internal static readonly DiagnosticDescriptor TwoTtls = new(
        "RFN0140",
        "Ttl and TtlSeconds are both given",
        "The cached function '{0}' has both Ttl and TtlSeconds; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0140"));

    internal static readonly DiagnosticDescriptor HiddenSpinner = new(
        "RFN0141",
        "A spinner text is given, but no spinner is shown",
        "The cached function '{0}' has a Spinner text and ShowSpinner = false; remove one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0141"));

    internal static readonly DiagnosticDescriptor NoEntries = new(
        "RFN0142",
        "MaxEntries is not a positive number",
        "The cached function '{0}' has MaxEntries = {1}; it must be 1 or more, or left out for no limit",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0142"));

    internal static readonly DiagnosticDescriptor BadSeconds = new(
        "RFN0143",
        "TtlSeconds is out of range",
        "The cached function '{0}' has TtlSeconds = {1}; it must be 0 or more seconds",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0143"));

    internal static readonly DiagnosticDescriptor NoDuration = new(
        "RFN0144",
        "A duration is not understood",
        "The cached function '{0}' has {1} = \"{2}\", which is no duration; {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0144"));

    internal static readonly DiagnosticDescriptor NoSize = new(
        "RFN0145",
        "A size is not understood",
        "The cached function '{0}' has MaxSize = \"{1}\", which is no size; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0145"));

    internal static readonly DiagnosticDescriptor EmptySize = new(
        "RFN0146",
        "MaxSize is nothing",
        "The cached function '{0}' has MaxSize = \"{1}\"; it must be more than nothing, or left out for no limit",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0146"));

    internal static readonly DiagnosticDescriptor NoFittingMethod = new(
        "RFN0150",
        "Validate or OnRelease names no fitting method",
        "The cached function '{0}' has {1} = \"{2}\", but its type declares no fitting method of that name; write {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page("RFN0150"));

    internal static readonly DiagnosticDescriptor UnboundedWidgets = new(
        "RFN0700",
        "Every combination of widget values is kept",
        "The cached function '{0}' has AllowWidgets = true and no limit: every combination of its widgets' values is an entry that is kept. Add MaxEntries or MaxSize.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page("RFN0700"));

    internal static readonly DiagnosticDescriptor NotThreadSafe = new(
        "RFN0701",
        "A shared resource cannot be used by several threads at once",
        "The cached function '{0}' gives everyone the same {1}, which only one thread at a time may use. {2}, or use Scope = CacheScope.Session.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page("RFN0701"));

    internal static readonly DiagnosticDescriptor PersonInside = new(
        "RFN0702",
        "A value for everyone is made from one person's data",
        "The cached function '{0}' reads {1}, but its value is shared by everyone: one person's data must never be served to all. "
            + "Pass it as an argument, or use Scope = CacheScope.Session.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page("RFN0702"));

    internal static readonly DiagnosticDescriptor Uncopyable = new(
        "RFN0703",
        "What a function of data returns cannot be copied",
        "What the cached function '{0}' returns cannot be copied for each caller: it is of type {1}, {2}. {3}.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page("RFN0703"));

    internal static readonly DiagnosticDescriptor PlainResource = new(
        "RFN0704",
        "A resource is plain data",
        "The cached function '{0}' gives plain data as a resource. Use [CacheData], which counts it in the memory budget.",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Page("RFN0704"));

    internal static readonly DiagnosticDescriptor Unkeyable = new(
        "RFN0705",
        "An argument cannot be part of the key",
        "The function '{0}' cannot be cached by its argument '{1}' of type {2}, {3}. "
            + "Leave the parameter out of the key by naming it '_{4}' or marking it [NotKeyed], or {5}.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page("RFN0705"));

    internal static readonly DiagnosticDescriptor NeverStale = new(
        "RFN0706",
        "StaleFor is given without a Ttl",
        "The cached function '{0}' has StaleFor, but no Ttl after which an entry is stale. Write also Ttl = \"1h\", or remove StaleFor.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page("RFN0706"));

    private static string Page(string id) => $"docs/errors/{id}.md";
}
