using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Warns of widgets inside a cached function without a limit: five sliders and a frame of 100 MB are more than any memory.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedWidgetsAnalyzer : CachedFunctionAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnboundedWidgets];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        if (function.Get("AllowWidgets") is true && !function.Has("MaxEntries") && !function.Has("MaxSize"))
            report(Diagnostic.Create(Rules.UnboundedWidgets, function.PlaceOf("AllowWidgets"), function.Name));
    }
}
