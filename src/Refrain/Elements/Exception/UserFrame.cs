using System.Diagnostics;
using System.Reflection;

namespace Refrain.Elements;

/// <summary>One call on the way to an error, in the user's own code.</summary>
internal sealed record UserFrame(string Method, string? File, int? Line)
{
    private static readonly string Platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly HashSet<string> Own =
        ["Refrain", "Refrain.Caching", "Refrain.Cli", "Refrain.Frames", "Refrain.Postgres", "Refrain.Scripts", "Refrain.Server", "Refrain.Testing", "Refrain.Weaver"];

    /// <summary>The calls that led to an error, innermost first, without those of the platform and of Refrain.</summary>
    public static IReadOnlyList<UserFrame> Of(Exception thrown)
    {
        var calls = new List<UserFrame>();
        foreach (var frame in new StackTrace(thrown, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || !IsUsers(method)) continue;
            var line = frame.GetFileLineNumber();
            var call = new UserFrame(SourceName.Of(method), Path.GetFileName(frame.GetFileName()), line == 0 ? null : line);
            if (calls.Count == 0 || calls[^1] != call) calls.Add(call);
        }

        // Libraries come without symbols, the user's code with them. Where nothing has any, names are better than nothing.
        return calls.Exists(call => call.Line is not null) ? calls.FindAll(call => call.Line is not null) : calls;
    }

    private static bool IsUsers(MethodBase method)
    {
        if (method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)) return false;
        if (method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) == true) return false;
        var assembly = method.Module.Assembly;
        if (Own.Contains(assembly.GetName().Name ?? "")) return false;
        var location = assembly.IsDynamic ? "" : assembly.Location;
        return !location.StartsWith(Platform, StringComparison.Ordinal) && !location.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal);
    }
}
