using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Refrain.Caching.Functions.Fingerprints;
using Refrain.Caching.Values;

namespace Refrain.Caching.Functions.Doors;

/// <summary>Makes the names and the identity of functions that came through a door.</summary>
internal static class DoorNames
{
    /// <summary>The method's name; a lambda has none and is known by where it stands.</summary>
    internal static string Display(MethodInfo method)
    {
        if (method.DeclaringType is null || !IsLambda(method, out var outer))
            return FunctionNames.DisplayName(method);
        return outer switch
        {
            "Main" or null => "lambda",
            ".ctor" or ".cctor" => $"lambda in {TypeNames.Display(PartNames.HomeOf(method)!)}",
            _ => $"lambda in {outer}",
        };
    }

    /// <inheritdoc cref="Display(MethodInfo)"/>
    internal static string Display(Delegate function) =>
        function.Target is Door door ? door.Definition.Name.Display : Display(function.Method);

    /// <summary>The name under which a function's entries are kept: where it stands, and what its code is.</summary>
    /// <remarks>Lambdas have no name and their order in the file says nothing, so the code itself tells them apart. What travels with a call belongs
    /// to it too: entries of one function have keys of one kind.</remarks>
    internal static FunctionName Of(MethodInfo method, string display, DoorShape shape)
    {
        var code = CodeFingerprint.Of(method).Digest + TypeNames.Identity(shape.Args);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16));
        var place = IsLambda(method, out var outer) ? $"{outer}>lambda" : FunctionNames.DisplayName(method);
        var identity = $"{method.Module.Assembly.GetName().Name}|{TypeNames.Display(PartNames.HomeOf(method)!)}|{place}#{digest}";
        return new(display, identity, [.. shape.Captured.Select(v => v.Name), .. shape.Parameters.Select(p => p.Name ?? $"arg{p.Position}")])
        {
            Captured = shape.Captured.Count,
        };
    }

    private static bool IsLambda(MethodInfo method, out string? outer)
    {
        outer = null;
        if (MadeName.Parse(method.Name) is not { Kind: 'b' } made)
            return false;
        outer = MadeName.OfMethod(made.Outer);
        return true;
    }
}
