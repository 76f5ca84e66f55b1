using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Refuses a <c>Validate</c> or <c>OnRelease</c> that names no method which the cache could call.</summary>
/// <remarks>Judges as the cache does at the first use. Where a type parameter is involved, only the cache can know.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamedMethodsAnalyzer : CachedFunctionAnalyzer
{
    private const string OfNothing = "System.Threading.Tasks.ValueTask";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NoFittingMethod];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        foreach (var option in new[] { "Validate", "OnRelease" })
        {
            if (function.Get(option) is not string name || function.Value is not { } resource)
                continue;
            if (MethodsOf(function, name).Any(Fits) || LocalFunctionsOf(function, name).Any(local => local is null || Fits(local)))
                continue;
            var signature = $"static {(option == "Validate" ? "bool" : "void")} {name}({resource.Written()} resource)";
            report(Diagnostic.Create(Rules.NoFittingMethod, function.PlaceOf(option), function.Name, option, name, signature));

            bool Fits(IMethodSymbol method) => Returns(method.ReturnType, option) && Takes(method, function, resource, option);
        }
    }

    /// <summary>The static methods that the cache finds by a name: the type's own and those it inherits.</summary>
    private static IEnumerable<IMethodSymbol> MethodsOf(CachedFunction function, string name)
    {
        var type = function.Method.ContainingType;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var method in current.GetMembers(name).OfType<IMethodSymbol>())
            {
                if (method.IsStatic && (SymbolEqualityComparer.Default.Equals(current, type) || method.DeclaredAccessibility != Accessibility.Private))
                    yield return method;
            }
        }
    }

    /// <summary>The local functions of a name anywhere in the type, which the cache finds as well; <see langword="null"/> for one in another file, which
    /// cannot be judged here.</summary>
    private static IEnumerable<IMethodSymbol?> LocalFunctionsOf(CachedFunction function, string name) =>
        from part in function.Method.ContainingType.DeclaringSyntaxReferences
        from local in part.GetSyntax().DescendantNodes().OfType<LocalFunctionStatementSyntax>()
        where local.Identifier.ValueText == name
        let symbol = local.SyntaxTree == function.Model.SyntaxTree ? function.Model.GetDeclaredSymbol(local) : null
        where symbol is null || SymbolEqualityComparer.Default.Equals(symbol.ContainingType, function.Method.ContainingType)
        select symbol as IMethodSymbol;

    private static bool Returns(ITypeSymbol type, string option) => option == "Validate"
        ? type.SpecialType == SpecialType.System_Boolean || (type.FullName() == OfNothing + "`1" && type.Awaited()!.SpecialType == SpecialType.System_Boolean)
        : type.SpecialType == SpecialType.System_Void || type.FullName() == OfNothing;

    private static bool Takes(IMethodSymbol method, CachedFunction function, ITypeSymbol resource, string option)
    {
        var parameters = method.Parameters;
        return parameters.Length > 0
            && (option == "Validate" || parameters.Length == 1)
            && Holds(parameters[0], resource, function.Model.Compilation)
            && parameters.Skip(1).All(parameter => IsToken(parameter) || function.Method.Parameters.Any(each => IsTwin(parameter, each, function.Model.Compilation)));
    }

    private static bool Holds(IParameterSymbol parameter, ITypeSymbol resource, Compilation compilation)
    {
        if (parameter.RefKind != RefKind.None)
            return false;
        if (IsOpen(parameter.Type) || IsOpen(resource))
            return true;
        var conversion = compilation.ClassifyConversion(resource, parameter.Type);
        return conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing || conversion.IsNullable));
    }

    private static bool IsToken(IParameterSymbol parameter) => parameter.RefKind == RefKind.None && parameter.Type.FullName() == "System.Threading.CancellationToken";

    private static bool IsTwin(IParameterSymbol parameter, IParameterSymbol other, Compilation compilation) =>
        parameter.Name == other.Name
        && parameter.RefKind == other.RefKind
        && (IsOpen(parameter.Type) || IsOpen(other.Type) || compilation.ClassifyConversion(parameter.Type, other.Type).IsIdentity);

    /// <summary>Whether a type is another one in each instantiation.</summary>
    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };
}
