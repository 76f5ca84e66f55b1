using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Refrain.Analyzers;

/// <summary>A function with an attribute that makes it a cached one, as it stands in the source.</summary>
internal sealed class CachedFunction
{
    /// <summary>The number of <c>CacheScope.Session</c>.</summary>
    private const int Session = 1;

    private readonly AttributeSyntax _syntax;
    private readonly AttributeData _attribute;

    private CachedFunction(AttributeSyntax syntax, AttributeData attribute, IMethodSymbol method, SyntaxNode declaration, SemanticModel model) =>
        (_syntax, _attribute, Method, Declaration, Model) = (syntax, attribute, method, declaration, model);

    internal IMethodSymbol Method { get; }

    internal SyntaxNode Declaration { get; }

    internal SemanticModel Model { get; }

    /// <summary>The name as its author wrote it.</summary>
    internal string Name => Method.Name.Length > 0 ? Method.Name : "lambda";

    internal bool IsResource => _attribute.AttributeClass!.FullName() == CacheAttributes.Resource;

    internal bool IsOfSession => IsSession(_attribute);

    /// <summary>The type of what is cached; <see langword="null"/> where nothing is.</summary>
    internal ITypeSymbol? Value => Method.ReturnType.Awaited();

    /// <summary>Where the function's name stands.</summary>
    internal Location Place => Method.Locations.FirstOrDefault() ?? _syntax.GetLocation();

    /// <summary>The cached function that an attribute makes; <see langword="null"/> for other attributes.</summary>
    internal static CachedFunction? Of(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        var declaration = syntax.Parent?.Parent;
        var method = declaration switch
        {
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(declaration, cancellation),
            ParenthesizedLambdaExpressionSyntax => model.GetSymbolInfo(declaration, cancellation).Symbol,
            _ => null,
        } as IMethodSymbol;
        var attribute = method?.GetAttributes().FirstOrDefault(each =>
            each.ApplicationSyntaxReference is { } place && place.Span == syntax.Span && place.SyntaxTree == syntax.SyntaxTree);
        return attribute is not null && CacheAttributes.HasOptions(attribute)
            ? new CachedFunction(syntax, attribute, method!, declaration!, model)
            : null;
    }

    /// <summary>Whether each session has entries of its own.</summary>
    internal static bool IsSession(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(each => each.Key == "Scope").Value.Value is Session;

    /// <summary>Whether an option is given at all; one that is given as <see langword="null"/> is not.</summary>
    internal bool Has(string option) => Get(option) is not null;

    /// <summary>The value of an option; <see langword="null"/> if it is not given.</summary>
    internal object? Get(string option) =>
        _attribute.NamedArguments.FirstOrDefault(each => each.Key == option).Value is { Kind: not TypedConstantKind.Array } value ? value.Value : null;

    /// <summary>Where an option stands.</summary>
    internal Location PlaceOf(string option) =>
        _syntax.ArgumentList?.Arguments.FirstOrDefault(each => each.NameEquals?.Name.Identifier.ValueText == option)?.GetLocation() ?? _syntax.GetLocation();

    /// <summary>What the function's own code returns, lambdas and functions inside it left out.</summary>
    internal IEnumerable<ExpressionSyntax> Returned() => Declaration
        .DescendantNodes(node => node == Declaration || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .Select(node => node switch
        {
            ReturnStatementSyntax returned => returned.Expression,
            ArrowExpressionClauseSyntax arrow when arrow.Parent == Declaration => arrow.Expression,
            _ => null,
        })
        .Append((Declaration as ParenthesizedLambdaExpressionSyntax)?.ExpressionBody)
        .OfType<ExpressionSyntax>();
}
