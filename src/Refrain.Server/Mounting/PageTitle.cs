using System.Reflection;

namespace Refrain.Server.Mounting;

/// <summary>Makes a title of a path or a file name.</summary>
internal static class PageTitle
{
    /// <summary><c>/open-orders</c> becomes <c>Open orders</c>; the root is called as the program is.</summary>
    internal static string Of(string path)
    {
        var name = path.TrimEnd('/').Split('/')[^1];
        if (name.Length == 0)
            name = Assembly.GetEntryAssembly()?.GetName().Name ?? "Refrain";
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
