using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Names the parts of a function's code as people know them: <c>Parse</c>, <c>Sale.Total</c>, <c>LoadData.lambda</c>.</summary>
/// <param name="home">The type whose members need no type before their name: the function's own.</param>
internal sealed class PartNames(Type? home)
{
    internal const string Unreadable = "(unreadable)";
    private const string Lambda = "lambda";

    /// <summary>The name of a unit; <see langword="null"/> for one that is nothing by itself, such as a closure.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="referrer">The name of the part that led to it, which owns what has no name; empty for the function itself.</param>
    internal string? Of(Unit unit, string? referrer) => unit.Kind switch
    {
        UnitKind.Method => Of(unit.AsMethod(), referrer),
        UnitKind.StaticField => Of(unit.AsField()),
        UnitKind.Shape => Of(unit.AsType()),
        UnitKind.StateMachine => referrer,
        UnitKind.Library => ((Assembly)unit.Home).GetName().Name,
        UnitKind.Runtime => ".NET",
        _ => null,
    };

    /// <summary>The type the user wrote that a member stands in.</summary>
    internal static Type? HomeOf(MemberInfo member)
    {
        var type = member.DeclaringType;
        while (type is not null && MadeName.Of(type) != MadeType.None)
            type = type.DeclaringType;
        return type;
    }

    private string? Of(MethodBase method, string? referrer)
    {
        var made = MadeName.Parse(method.Name);
        if (made is { Kind: 'b' } lambda)
            return OfLambda(method, lambda.Outer, referrer);
        if (MadeName.Of(method.DeclaringType) != MadeType.None && made is not { Kind: 'g' } || made is { Kind: 'm' })
            return referrer;
        return method is ConstructorInfo ? Of(method.DeclaringType!) : Qualify(method, MadeName.OfMethod(method.Name)!);
    }

    private string OfLambda(MethodBase method, string outer, string? referrer)
    {
        if (referrer is { Length: > 0 })
            return referrer == Lambda || referrer.EndsWith("." + Lambda, StringComparison.Ordinal) ? referrer : $"{referrer}.{Lambda}";
        var owner = MadeName.OfMethod(outer);
        return owner is null or "Main" ? Lambda : $"{Qualify(method, owner)}.{Lambda}";
    }

    private string Of(FieldInfo field) => Qualify(field, MadeName.OfField(field.Name));

    private static string Of(Type type)
    {
        var name = MadeName.OfType(type);
        return HomeOf(type) is { } outer && !IsScript(outer) ? $"{Of(outer)}.{name}" : name;
    }

    private string Qualify(MemberInfo member, string name) =>
        HomeOf(member) is not { } type || type == home || IsScript(type) ? name : $"{Of(type)}.{name}";

    /// <summary>The class that the compiler puts around top-level statements; its functions are known by their names alone.</summary>
    private static bool IsScript(Type type) => type is { Name: "Program", Namespace: null, DeclaringType: null };
}
