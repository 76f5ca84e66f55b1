using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Warns of parameters whose arguments the cache will certainly refuse to key by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentsAnalyzer : CachedFunctionAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Unkeyable];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        foreach (var parameter in function.Method.Parameters.Where(IsKeyed))
        {
            var type = parameter.Type;
            if (OutsideTypes.ReasonAgainstKey(type) is not { } reason || Registrations.Mention("CacheKeys", type, function.Model.Compilation))
                continue;
            var remedy = reason == OutsideTypes.Lazy ? "pass its items, with '.ToList()'" : $"say what stands for it: CacheKeys.Register<{type.Written()}>(x => ...)";
            report(Diagnostic.Create(
                Rules.Unkeyable, parameter.Locations.FirstOrDefault() ?? function.Place, function.Name, parameter.Name, type.Written(), reason, parameter.Name, remedy));
        }
    }

    private static bool IsKeyed(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None
        && !parameter.Name.StartsWith("_", StringComparison.Ordinal)
        && !parameter.GetAttributes().Any(each => each.AttributeClass?.FullName() == "Refrain.NotKeyedAttribute");
}
