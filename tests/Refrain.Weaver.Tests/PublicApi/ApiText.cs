using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Refrain.Weaver.Tests.PublicApi;

/// <summary>What a library offers to others, as text: one line for each type and member, in order of their names.</summary>
internal static class ApiText
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <param name="path">The library's file; what it refers to lies beside it or is the platform's.</param>
    internal static string Of(string path)
    {
        var library = MetadataReference.CreateFromFile(path);
        var beside = Directory.GetFiles(Path.GetDirectoryName(path)!, "*.dll").Where(file => file != path);
        var compilation = CSharpCompilation.Create(
            "api", references: [library, .. Platform().Concat(beside).Select(file => MetadataReference.CreateFromFile(file))]);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!;

        var text = new StringBuilder();
        foreach (var type in Types(assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
            Append(text, type);
        return text.ToString();
    }

    private static void Append(StringBuilder text, INamedTypeSymbol type)
    {
        var bases = type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface ? Bases(type) : "";
        text.Append(type.ContainingNamespace.ToDisplayString()).Append(": ").Append(Modifiers(type)).Append(type.ToDisplayString(TypeFormat)).Append(bases).Append('\n');
        if (type.TypeKind == TypeKind.Delegate)
            return;
        foreach (var member in type.GetMembers().Where(IsOffered).Select(member => member.ToDisplayString(TypeFormat)).Order(StringComparer.Ordinal))
            text.Append("    ").Append(member).Append('\n');
    }

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        INamedTypeSymbol[] bases =
        [
            .. type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : Array.Empty<INamedTypeSymbol>(),
            .. type.Interfaces.Where(IsVisible),
        ];
        return bases.Length == 0 ? "" : " : " + string.Join(", ", bases.Select(parent => parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).Order(StringComparer.Ordinal));
    }

    /// <remarks>Not what the compiler made by itself, nor what a base type offers already.</remarks>
    private static bool IsOffered(ISymbol member) => IsVisible(member) && !member.IsOverride && member switch
    {
        INamedTypeSymbol => false,
        IMethodSymbol method => method.MethodKind is MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion
            || (method.MethodKind is MethodKind.Ordinary && method.CanBeReferencedByName),
        IFieldSymbol field => field.CanBeReferencedByName,
        _ => true,
    };

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol within) => within.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
        _ => [],
    });

    private static IEnumerable<string> Platform()
    {
        var runtime = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        var web = Path.Combine(runtime, "../../Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        return Directory.GetFiles(runtime, "*.dll").Concat(Directory.GetFiles(web, "*.dll")).Where(IsManaged);
    }

    private static bool IsManaged(string file) => Path.GetFileName(file) is var name
        && (name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains("Native", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || name.StartsWith("netstandard", StringComparison.Ordinal));
}
