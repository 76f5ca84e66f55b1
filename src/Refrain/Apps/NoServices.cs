namespace Refrain.Apps;

/// <summary>The services of a program that has none.</summary>
internal sealed class NoServices : IServiceProvider
{
    internal static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
