using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Refuses attributes on methods without code at their place in the file, which the weaver cannot know: symbols speak of code only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoBodyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NoBody];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Check, SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsAbstract && !method.IsExtern)
            return;
        if (!method.GetAttributes().Any(a => CacheAttributes.IsOne(a.AttributeClass?.ToDisplayString())))
            return;
        var (kind, remedy) = method.IsAbstract ? ("abstract", "the methods that implement it") : ("extern", "a method that calls it");
        context.ReportDiagnostic(Diagnostic.Create(Rules.NoBody, method.Locations[0], method.Name, kind, remedy));
    }
}
