using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Refrain.Analyzers;

/// <summary>Warns of what belongs to one person inside a function whose values everyone shares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SessionReadsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.PersonInside];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Refrain.Ui") is { } ui)
                start.RegisterOperationAction(operation => Check(operation, ui), OperationKind.PropertyReference);
        });
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol ui)
    {
        var read = (IPropertyReferenceOperation)context.Operation;
        if (read.Property.Name is not ("State" or "User")
            || !SymbolEqualityComparer.Default.Equals(read.Property.ContainingType, ui)
            || read.Parent is INameOfOperation)
            return;
        if (CachedFunctionAround(read, context.ContainingSymbol) is var (function, attribute) && !CachedFunction.IsSession(attribute))
            context.ReportDiagnostic(Diagnostic.Create(Rules.PersonInside, read.Syntax.GetLocation(), function.Name, $"Ui.{read.Property.Name}"));
    }

    /// <summary>The innermost cached function in whose flight the code runs.</summary>
    private static (IMethodSymbol Function, AttributeData Attribute)? CachedFunctionAround(IOperation operation, ISymbol outermost)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            var inner = around switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (inner is not null && AttributeOf(inner) is { } attribute)
                return (inner, attribute);
        }

        return outermost is IMethodSymbol method && AttributeOf(method) is { } own ? (method, own) : null;
    }

    private static AttributeData? AttributeOf(IMethodSymbol method) => method.GetAttributes().FirstOrDefault(CacheAttributes.HasOptions);
}
