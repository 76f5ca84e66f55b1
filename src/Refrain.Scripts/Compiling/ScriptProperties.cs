using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Scripts.Compiling;

/// <summary>How a script wants to be compiled, by its lines <c>#:property Name=Value</c>.</summary>
/// <param name="Parse">How its text is read.</param>
/// <param name="Compilation">How it is compiled.</param>
internal sealed record ScriptProperties(CSharpParseOptions Parse, CSharpCompilationOptions Compilation)
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>What the compiler is told; the names and values are those of the SDK.</summary>
    private static readonly Dictionary<string, Property> Followed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["LangVersion"] = new("a version of C# such as 14, latest or preview", (it, value) =>
            LanguageVersionFacts.TryParse(value, out var version) ? it with { Parse = it.Parse.WithLanguageVersion(version) } : null),
        ["DefineConstants"] = new("names, separated by semicolons", (it, value) => it.Define(Items(value))),
        ["Nullable"] = new("enable, disable, warnings or annotations", (it, value) => value.ToLowerInvariant() switch
        {
            "enable" => it.With(NullableContextOptions.Enable),
            "disable" => it.With(NullableContextOptions.Disable),
            "warnings" => it.With(NullableContextOptions.Warnings),
            "annotations" => it.With(NullableContextOptions.Annotations),
            _ => null,
        }),
        ["ImplicitUsings"] = Switch((it, on) => it with { ImplicitUsings = on }),
        ["AllowUnsafeBlocks"] = Switch((it, on) => it with { Compilation = it.Compilation.WithAllowUnsafe(on) }),
        ["CheckForOverflowUnderflow"] = Switch((it, on) => it with { Compilation = it.Compilation.WithOverflowChecks(on) }),
        ["Optimize"] = Switch((it, on) => it with
        {
            Compilation = it.Compilation.WithOptimizationLevel(on ? OptimizationLevel.Release : OptimizationLevel.Debug),
        }),
        ["TreatWarningsAsErrors"] = Switch((it, on) => it with
        {
            Compilation = it.Compilation.WithGeneralDiagnosticOption(on ? ReportDiagnostic.Error : ReportDiagnostic.Default),
        }),
        ["WarningsAsErrors"] = new("ids, separated by semicolons", (it, value) => it.Report(Items(value), ReportDiagnostic.Error)),
        ["NoWarn"] = new("ids, separated by semicolons", (it, value) => it.Report(Items(value), ReportDiagnostic.Suppress)),
    };

    /// <summary>Names and versions, and how the weaver is called: nothing of a page depends on them.</summary>
    private static readonly string[] Harmless =
        ["RootNamespace", "AssemblyName", "OutputType", "RefrainScript", "Version", "Authors", "Company", "Description", "Product", "Copyright"];

    /// <summary>Whether the script has the platform's usings without saying so.</summary>
    internal bool ImplicitUsings { get; private init; } = true;

    /// <summary>Why a line cannot be followed.</summary>
    internal IReadOnlyList<DirectiveError> Errors { get; private init; } = [];

    /// <summary>Which lines have no effect here.</summary>
    internal IReadOnlyList<DirectiveError> Notices { get; private init; } = [];

    /// <summary>The same as these lines would have it.</summary>
    internal ScriptProperties Follow(IEnumerable<ScriptDirective> directives) =>
        directives.Where(directive => directive.Kind == "property").Aggregate(this, (it, directive) => it.Follow(directive));

    private ScriptProperties Follow(ScriptDirective directive)
    {
        if (directive.Argument is not { } value || directive.Name.Length == 0)
            return Refuse(directive, $"'#:property {directive.Value}' has no value. Write it as '#:property {directive.Name}=VALUE'.");
        if (Followed.TryGetValue(directive.Name, out var property))
            return property.Set(this, value) ?? Refuse(directive, $"'#:property {directive.Value}' cannot be followed: the value of {directive.Name} is {property.Values}.");
        return IsOfPublishing(directive.Name) || Harmless.Contains(directive.Name, StringComparer.OrdinalIgnoreCase) || IsTheFramework(directive.Name, value)
            ? this
            : this with
            {
                Notices = [.. Notices, new("RFN0617",
                    $"'#:property {directive.Value}' has no effect under 'refrain run', which compiles the script itself and runs it in its own process. It holds under 'dotnet run'.",
                    directive.Location)],
            };
    }

    private ScriptProperties Refuse(ScriptDirective directive, string message) =>
        this with { Errors = [.. Errors, new("RFN0618", message, directive.Location)] };

    private ScriptProperties With(NullableContextOptions nullable) => this with { Compilation = Compilation.WithNullableContextOptions(nullable) };

    private ScriptProperties? Define(string[] names) => names.All(SyntaxFacts.IsValidIdentifier)
        ? this with { Parse = Parse.WithPreprocessorSymbols(Parse.PreprocessorSymbolNames.Concat(names)) }
        : null;

    private ScriptProperties Report(string[] ids, ReportDiagnostic how) => this with
    {
        Compilation = Compilation.WithSpecificDiagnosticOptions(Compilation.SpecificDiagnosticOptions.SetItems(ids.Select(id => KeyValuePair.Create(IdOf(id), how)))),
    };

    /// <remarks>The compiler's own ids may go by their number.</remarks>
    private static string IdOf(string id) => id.All(char.IsAsciiDigit) ? $"CS{id.PadLeft(4, '0')}" : id;

    /// <summary>The items of a list, without what it takes over: <c>$(DefineConstants);MINE</c>.</summary>
    private static string[] Items(string value) => [.. value.Split([';', ','], Trimmed).Where(item => !item.StartsWith("$(", StringComparison.Ordinal))];

    private static bool IsOfPublishing(string name) =>
        name.StartsWith("Publish", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Pack", StringComparison.OrdinalIgnoreCase);

    private static bool IsTheFramework(string name, string value) =>
        name.Equals("TargetFramework", StringComparison.OrdinalIgnoreCase) && value.Equals("net10.0", StringComparison.OrdinalIgnoreCase);

    private static Property Switch(Func<ScriptProperties, bool, ScriptProperties> set) => new("true or false", (it, value) => value.ToLowerInvariant() switch
    {
        "true" or "enable" => set(it, true),
        "false" or "disable" => set(it, false),
        _ => null,
    });

    /// <param name="Values">Which values it takes, in words.</param>
    /// <param name="Set">Takes a value; <see langword="null"/> for one that is none of them.</param>
    private sealed record Property(string Values, Func<ScriptProperties, string, ScriptProperties?> Set);
}
