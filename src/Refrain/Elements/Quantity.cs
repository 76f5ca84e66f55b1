namespace Refrain.Elements;

/// <summary>So and so many of something, in words.</summary>
internal static class Quantity
{
    /// <summary><c>1 row</c>, <c>1,200 rows</c>.</summary>
    public static string Of(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Display.Count(count)} {noun}s";
}
