using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Refrain.Analyzers;

/// <summary>Says that data is meant where a resource is nothing but values: the same to every caller either way, but not counted in the budget.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlainResourceAnalyzer : CachedFunctionAnalyzer
{
    private static readonly ImmutableHashSet<string> Values =
    [
        "System.Boolean", "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.Single", "System.Double", "System.Decimal", "System.Char", "System.String", "System.Guid", "System.DateTime", "System.DateTimeOffset",
        "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri", "System.Version", "System.Numerics.BigInteger",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.PlainResource];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        if (function.IsResource && !function.Has("Validate") && !function.Has("OnRelease") && function.Value is { } value && IsPlain(value, depth: 0))
            report(Diagnostic.Create(Rules.PlainResource, function.Place, function.Name));
    }

    private static bool IsPlain(ITypeSymbol type, int depth)
    {
        const int deepest = 8;
        if (depth > deepest || type is not INamedTypeSymbol named)
            return false;
        if (named.TypeKind == TypeKind.Enum || Values.Contains(named.FullName()))
            return true;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return IsPlain(named.TypeArguments[0], depth + 1);
        return named.IsTupleType
            ? named.TupleElements.All(each => IsPlain(each.Type, depth + 1))
            : named is { IsRecord: true, IsSealed: true } && IsRecordOfPlain(named, depth);
    }

    private static bool IsRecordOfPlain(INamedTypeSymbol record, int depth) =>
        !record.FullNames().Any(name => name is "System.IDisposable" or "System.IAsyncDisposable")
        && record.BaseType is { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        && record.GetMembers().OfType<IFieldSymbol>().Where(each => !each.IsStatic).All(each => each.IsReadOnly && IsPlain(each.Type, depth + 1));
}
