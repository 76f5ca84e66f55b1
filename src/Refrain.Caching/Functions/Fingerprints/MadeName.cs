using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>What a type that the compiler made is for.</summary>
internal enum MadeType : byte
{
    /// <summary>The user wrote it.</summary>
    None,

    /// <summary>Holds captured variables, or caches of delegates and call sites.</summary>
    Closure,

    /// <summary>Runs an async method or an iterator.</summary>
    StateMachine,

    /// <summary>An anonymous type, determined by its properties.</summary>
    Anonymous,

    /// <summary>A delegate type without a name, determined by its signature.</summary>
    AnonymousDelegate,

    /// <summary>A piece of the compiler's own library, determined by its name.</summary>
    Support,
}

/// <summary>Reads the names that the C# compiler and the weaver give: <c>&lt;Outer&gt;k__rest</c>, where <c>k</c> says what it is.</summary>
/// <param name="Outer">The name between the outermost angle brackets.</param>
/// <param name="Kind">The letter after them; <c>\0</c> if there is none.</param>
/// <param name="Rest">What follows the letter.</param>
internal readonly record struct MadeName(string Outer, char Kind, string Rest)
{
    private const string Mark = "__";
    private const string WovenBody = "__Body";

    /// <summary>Whether a method has no name of its own that the user wrote and others could call it by: lambdas and local functions.</summary>
    internal static bool IsMade(MethodBase method) =>
        Parse(method.Name) is { Kind: 'b' or 'g' or 'm' } || Of(method.DeclaringType) is MadeType.Closure or MadeType.StateMachine;

    /// <summary>Whether a field only remembers a delegate or a singleton that the code beside it makes when it is missing.</summary>
    internal static bool IsCache(FieldInfo field) =>
        field.Name.StartsWith("<>9", StringComparison.Ordinal) || Parse(field.DeclaringType!.Name) is { Outer: "", Kind: 'O' };

    internal static MadeType Of(Type? definition)
    {
        if (definition is null)
            return MadeType.None;
        if (definition.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal) ||
            definition.DeclaringType is { } outer && Of(outer) == MadeType.Support)
        {
            return MadeType.Support;
        }

        return Parse(definition.Name) switch
        {
            null => MadeType.None,
            { Kind: 'c' or 'o' or 'O', Outer: "" } => MadeType.Closure,
            { Kind: 'd' } => MadeType.StateMachine,
            { Kind: 'f', Outer: "", Rest: var rest } when rest.StartsWith("__AnonymousType", StringComparison.Ordinal) => MadeType.Anonymous,
            { Kind: 'F', Outer: not "" } => MadeType.None,
            { Outer: "" } => typeof(Delegate).IsAssignableFrom(definition) ? MadeType.AnonymousDelegate : MadeType.Support,
            _ => MadeType.None,
        };
    }

    /// <summary>A type's own name without number of type parameters; a file-local type's without its file.</summary>
    internal static string OfType(Type definition)
    {
        var name = definition.Name;
        if (Parse(name) is { Kind: 'F', Outer: not "", Rest: var rest } && rest.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var mark)
            name = rest[(mark + Mark.Length)..];
        var tick = name.LastIndexOf('`');
        return tick < 0 ? name : name[..tick];
    }

    /// <summary>The name the user knows a method by; <see langword="null"/> for one that has none, such as a lambda.</summary>
    internal static string? OfMethod(string name)
    {
        switch (Parse(name))
        {
            case { Kind: 'k', Rest: WovenBody } body:
                return OfMethod(body.Outer);
            case { Kind: 'g', Rest: var rest }:
                var bar = rest.LastIndexOf('|');
                return rest[Mark.Length..(bar < 0 ? rest.Length : bar)];
            case { Kind: 'b' or 'm' }:
                return null;
            case { Kind: '$', Outer: "Main" }:
                return "Main";
            default:
                var dot = name.LastIndexOf('.');
                return Accessor(dot > 0 ? name[(dot + 1)..] : name);
        }
    }

    /// <summary>The field's name, or the name of the property it stands behind.</summary>
    internal static string OfField(string name) => Parse(name) is { Kind: 'k', Outer: var property } ? property : name;

    internal static MadeName? Parse(string name)
    {
        if (name.Length < 2 || name[0] != '<')
            return null;
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '<')
                depth++;
            else if (name[i] == '>' && --depth == 0)
                return i + 1 < name.Length ? new(name[1..i], name[i + 1], name[(i + 2)..]) : new(name[1..i], '\0', "");
        }

        return null;
    }

    private static string Accessor(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["get_", "set_", "add_", "remove_"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return name[prefix.Length..];
        }

        return name;
    }
}
