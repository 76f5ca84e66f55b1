using System.Reflection;
using System.Text.RegularExpressions;

namespace Refrain.Elements;

/// <summary>What a method is called in the source, whatever the compiler and the weaver made of it.</summary>
internal static partial class SourceName
{
    private const string Script = "the script";

    /// <summary><c>LoadData</c>, <c>Report.Sum</c>, <c>new Report</c>, <c>a lambda in LoadData</c>, <c>the script</c>.</summary>
    public static string Of(MethodBase method)
    {
        var (name, type) = (method.Name, method.DeclaringType);

        // A state machine's type is named after the method it stands for: <LoadAsync>d__3.MoveNext.
        if (name == "MoveNext" && type?.Name.StartsWith('<') == true) (name, type) = (type.Name, type.DeclaringType);
        name = Written(name);
        while (type?.Name.StartsWith('<') == true) type = type.DeclaringType;
        if (name == Script || name.StartsWith("a lambda", StringComparison.Ordinal) || type is null or { Name: "Program" }) return name;
        return name is ".ctor" or ".cctor" ? $"new {Display.TypeName(type)}" : $"{Display.TypeName(type)}.{name}";
    }

    /// <summary>Takes apart <c>&lt;Load&gt;d__1</c>, <c>&lt;Main&gt;g__Load|0_0</c>, <c>&lt;Main&gt;b__0_1</c>, woven <c>&lt;Load&gt;k__Body</c>, and nestings of them.</summary>
    private static string Written(string name)
    {
        if (name is "<Main>$" or "Main$") return Script;
        if (LocalFunction().Match(name) is { Success: true } local) return local.Groups["name"].Value;
        if (Generated().Match(name) is not { Success: true } match) return name;
        var inner = Written(match.Groups["name"].Value);
        return match.Groups["kind"].Value == "b" ? $"a lambda in {inner}" : inner;
    }

    [GeneratedRegex(@"^<(?<name>.+)>(?<kind>[a-z$])")]
    private static partial Regex Generated();

    [GeneratedRegex(@">g__(?<name>[^|]+)\|")]
    private static partial Regex LocalFunction();
}
