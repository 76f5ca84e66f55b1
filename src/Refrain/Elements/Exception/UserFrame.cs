using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Elements;

/// <summary>One call on the way to an error, in the user's own code.</summary>
internal sealed record UserFrame(string Method, string? File, int? Line)
{
    /// <summary>The call as its author wrote it; <see langword="null"/> for calls of the platform and of Refrain.</summary>
    public static UserFrame? Of(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || !IsUsers(method)) return null;
        var file = frame.GetFileName();
        return new UserFrame(NameOf(method), file is null ? null : Path.GetFileName(file), file is null ? null : frame.GetFileLineNumber());
    }

    private static bool IsUsers(MethodBase method)
    {
        if (method.IsDefined(typeof(StackTraceHiddenAttribute)) || method.DeclaringType is not { } type) return false;
        if (type.IsDefined(typeof(StackTraceHiddenAttribute))) return false;
        var assembly = type.Assembly.GetName().Name ?? "";
        return !Own.Contains(assembly) && !Foreign.Any(name => assembly == name || assembly.StartsWith(name + ".", StringComparison.Ordinal));
    }

    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;

        // State machines are named after the method they stand for: <LoadAsync>d__3.MoveNext.
        if (name == "MoveNext" && type is not null && type.IsDefined(typeof(CompilerGeneratedAttribute)))
            (name, type) = (type.Name, type.DeclaringType);
        name = Source(name);
        if (name == EntryPoint) return "the script";
        while (type is not null && type.Name.StartsWith('<')) type = type.DeclaringType;
        return type is null or { Name: "Program" } ? name : $"{Display.TypeName(type)}.{name}";
    }

    /// <summary>What the compiler's name of a method was in the source: <c>&lt;Main&gt;g__Load|0_1</c> is <c>Load</c>.</summary>
    private static string Source(string name)
    {
        var local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            var start = local + 4;
            var end = name.IndexOf('|', start);
            return end < 0 ? name[start..] : name[start..end];
        }

        if (name.Contains(EntryPoint, StringComparison.Ordinal)) return EntryPoint;
        if (!name.StartsWith('<')) return name;
        var close = name.IndexOf('>', StringComparison.Ordinal);
        return close > 1 ? name[1..close] : name;
    }

    private const string EntryPoint = "<Main>$";

    private static readonly string[] Own =
        ["Refrain", "Refrain.Caching", "Refrain.Cli", "Refrain.Frames", "Refrain.Postgres", "Refrain.Server", "Refrain.Testing", "Refrain.Weaver"];

    private static readonly string[] Foreign =
        ["System", "Microsoft", "netstandard", "mscorlib", "Npgsql", "CsvHelper", "Markdig", "xunit", "Newtonsoft"];
}
