using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Looks at each cached function once, by its attribute: the one place that methods, local functions and lambdas have in common.</summary>
public abstract class CachedFunctionAnalyzer : DiagnosticAnalyzer
{
    private protected CachedFunctionAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(CacheAttributes.Data) is not null)
                start.RegisterSyntaxNodeAction(Check, SyntaxKind.Attribute);
        });
    }

    private protected abstract void Check(CachedFunction function, Action<Diagnostic> report);

    private void Check(SyntaxNodeAnalysisContext context)
    {
        if (CachedFunction.Of((AttributeSyntax)context.Node, context.SemanticModel, context.CancellationToken) is { } function)
            Check(function, context.ReportDiagnostic);
    }
}
