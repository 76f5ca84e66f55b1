using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Refrain.Frames.Tests.Docs;

/// <summary>No public member of frames is without code that shows it, and that the tests compile and run.</summary>
public sealed class MemberTests
{
    [Fact]
    public void Every_public_member_is_shown_in_code_that_runs()
    {
        var shown = Documents.Guide.Concat(Documents.Examples).SelectMany(UsedBy).ToHashSet();

        var missing = PublicMembers().Except(shown).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"No code in docs/frames.md or in an example shows\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void A_member_that_no_code_shows_would_be_named()
    {
        var shown = UsedBy(new("here", """var data = new DataFrame(("City", new[] { "Graz" })); foreach (var row in data.Rows) Console.WriteLine(row["City"]);""")).ToHashSet();

        Assert.Contains("P:Refrain.DataFrame.Rows", shown);
        Assert.Contains("M:Refrain.RowCollection.GetEnumerator", shown);
        Assert.Contains("M:Refrain.Column.op_Implicit(System.String[])~Refrain.Column", shown);
        Assert.Contains("M:Refrain.DataFrame.Copy", PublicMembers().Except(shown));
    }

    /// <summary>What somebody can write: no members that the compiler makes, and none that override what every object has.</summary>
    private static IEnumerable<string> PublicMembers() =>
        from type in Documents.Guide[0].Compilation.GetTypeByMetadataName(typeof(DataFrame).FullName!)!.ContainingAssembly.GetTypeByMetadataName(typeof(DataFrame).FullName!)!.ContainingNamespace.GetTypeMembers()
        where type.DeclaredAccessibility == Accessibility.Public && type.ContainingAssembly.Name == "Refrain.Frames"
        from member in type.GetMembers()
        where member.DeclaredAccessibility == Accessibility.Public && !member.IsOverride && !IsMadeByCompiler(member)
        select member.GetDocumentationCommentId();

    private static bool IsMadeByCompiler(ISymbol member) =>
        member.IsImplicitlyDeclared
        || member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet }
        || member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0, ContainingType.TypeKind: TypeKind.Struct }
        || member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static IEnumerable<string> UsedBy(Snippet snippet)
    {
        var tree = snippet.Compilation.SyntaxTrees.Last();
        var model = snippet.Compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().SelectMany(node => Symbols(model, node)).OfType<ISymbol>().Select(symbol => symbol.OriginalDefinition.GetDocumentationCommentId()).OfType<string>();
    }

    private static IEnumerable<ISymbol?> Symbols(SemanticModel model, SyntaxNode node)
    {
        yield return model.GetSymbolInfo(node).Symbol;
        if (node is CommonForEachStatementSyntax loop)
            yield return model.GetForEachStatementInfo(loop).GetEnumeratorMethod;
        for (var operation = model.GetOperation(node); operation is not null; operation = operation.Parent is IConversionOperation { IsImplicit: true } outer ? outer : null)
            yield return (operation as IConversionOperation)?.OperatorMethod;
    }
}
