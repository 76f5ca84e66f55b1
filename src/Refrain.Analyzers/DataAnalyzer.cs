using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Warns of functions of data whose values the cache will certainly refuse to copy.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DataAnalyzer : CachedFunctionAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Uncopyable];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        if (function.IsResource || function.Value is not { } value)
            return;
        // What is declared as a base type or an interface is known by what the code returns.
        var refused = Values().FirstOrDefault(type => OutsideTypes.ReasonAgainstCopy(type) is not null);
        if (refused is null || Registrations.Mention("CacheCopies", refused, function.Model.Compilation))
            return;
        var reason = OutsideTypes.ReasonAgainstCopy(refused)!;
        var remedy = reason == OutsideTypes.Lazy
            ? "Return its items instead, with '.ToList()'"
            : $"Use [CacheResource] to give every caller the same object, or say how to copy it: CacheCopies.Register<{refused.Written()}>(x => ...)";
        report(Diagnostic.Create(Rules.Uncopyable, function.Place, function.Name, refused.Written(), reason, remedy));

        IEnumerable<ITypeSymbol> Values()
        {
            yield return value;
            foreach (var returned in function.Returned())
            {
                if (!function.Model.GetConversion(returned).IsUserDefined
                    && function.Model.GetTypeInfo(returned).Type is { } type
                    && (function.Method.IsAsync ? type : type.Awaited()) is { } given)
                    yield return given;
            }
        }
    }
}
