namespace Refrain.Caching.Values;

/// <summary>Tells the platform's own types from those of users and packages.</summary>
internal static class Platform
{
    internal static bool Made(Type type) =>
        type.Assembly == typeof(object).Assembly || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);
}
