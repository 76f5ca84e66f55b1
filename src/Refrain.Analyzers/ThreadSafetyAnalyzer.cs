using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Warns of resources that everyone shares though their type is known to bear one thread at a time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadSafetyAnalyzer : CachedFunctionAnalyzer
{
    private const string Connection = "Return a DbDataSource and open a connection where it is used";
    private const string Context = "Return a factory, such as IDbContextFactory, and make a context where it is used";
    private const string Reader = "Return what opens it, such as a Func or a class of your own, and open it where it is used";
    private const string List = "Return an ImmutableArray or a ConcurrentQueue, guard it with a lock in a class of your own";
    private const string Map = "Return a ConcurrentDictionary, guard it with a lock in a class of your own";
    private const string Seeded = "Return a factory, such as a Func, that makes one for each use, guard it with a lock in a class of your own";

    /// <summary>Types which those derived from them are like, and the safe form of each.</summary>
    private static readonly ImmutableDictionary<string, string> Bases = new Dictionary<string, string>
    {
        ["System.Data.IDbConnection"] = Connection,
        ["Microsoft.EntityFrameworkCore.DbContext"] = Context,
        ["System.Data.Entity.DbContext"] = Context,
        ["System.IO.StreamReader"] = Reader,
        ["System.IO.StreamWriter"] = Reader,
    }.ToImmutableDictionary();

    /// <summary>Types of which a derived one may well be safe.</summary>
    private static readonly ImmutableDictionary<string, string> Exact = new Dictionary<string, string>
    {
        ["System.Collections.Generic.List`1"] = List,
        ["System.Collections.Generic.LinkedList`1"] = List,
        ["System.Collections.Generic.Queue`1"] = List,
        ["System.Collections.Generic.Stack`1"] = List,
        ["System.Collections.Generic.Dictionary`2"] = Map,
        ["System.Collections.Generic.SortedDictionary`2"] = Map,
        ["System.Collections.Generic.SortedList`2"] = Map,
        ["System.Collections.Generic.HashSet`1"] = Map,
        ["System.Collections.Generic.SortedSet`1"] = Map,
    }.ToImmutableDictionary();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotThreadSafe];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        if (!function.IsResource || function.IsOfSession || function.Value is not { } resource)
            return;
        if (SafeFormOf(resource) is { } remedy)
            report(Diagnostic.Create(Rules.NotThreadSafe, function.Place, function.Name, resource.Written(), remedy));
        else if (resource.FullName() == "System.Random" && MakesSeeded(function))
            report(Diagnostic.Create(Rules.NotThreadSafe, function.Place, function.Name, "seeded Random", Seeded));
    }

    private static string? SafeFormOf(ITypeSymbol type) =>
        Exact.TryGetValue(type.FullName(), out var own)
            ? own
            : type.FullNames().Select(name => Bases.TryGetValue(name, out var safe) ? safe : null).FirstOrDefault(safe => safe is not null);

    private static bool MakesSeeded(CachedFunction function) => function.Declaration.DescendantNodes()
        .OfType<BaseObjectCreationExpressionSyntax>()
        .Any(made => made.ArgumentList is { Arguments.Count: > 0 } && function.Model.GetTypeInfo(made).Type?.FullName() == "System.Random");
}
