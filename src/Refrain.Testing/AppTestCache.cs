namespace Refrain;

/// <summary>The caches of a page under test.</summary>
public sealed class AppTestCache
{
    private readonly ICache _cache;

    internal AppTestCache(ICache cache) => _cache = cache;

    /// <summary>What every cached function has been doing.</summary>
    public IReadOnlyList<FunctionReport> Functions => _cache.Inspect();

    /// <summary>What a cached function has been doing.</summary>
    /// <param name="name">The function's name as it was written.</param>
    /// <exception cref="InvalidOperationException">No function of this name was called, or several were.</exception>
    public FunctionReport Function(string name)
    {
        var all = Functions;
        var found = all.Where(function => function.Name == name || function.Identity == name).ToArray();
        return found switch
        {
            [var one] => one,
            [] => throw new InvalidOperationException(
                $"No cached function '{name}' was called. These were: {string.Join(", ", all.Select(function => function.Name))}."),
            _ => throw new InvalidOperationException(
                $"Several cached functions are called '{name}'. Ask for one by its identity: {string.Join(", ", found.Select(function => function.Identity))}."),
        };
    }

    /// <summary>Clears every cache.</summary>
    public void Clear()
    {
        _cache.ClearData();
        _cache.ClearResources();
    }
}
