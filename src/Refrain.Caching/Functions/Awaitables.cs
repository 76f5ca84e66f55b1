namespace Refrain.Caching.Functions;

/// <summary>Refuses values that somebody else would still have to await.</summary>
internal static class Awaitables
{
    internal static void Refuse<T>(T value, FunctionName function)
    {
        if (value?.GetType() is not { } type || !IsAwaitable(type))
            return;
        throw new UncopyableValueException("RFN0122",
            $"The cached function '{function.Display}' gave a {type.Name}, which must be awaited before it is a value. " +
            "Declare the function to return Task<T> or ValueTask<T> of the value itself; the cache awaits it.")
        {
            Function = function.Display,
        };
    }

    internal static bool IsAwaitable(Type type) =>
        typeof(Task).IsAssignableFrom(type)
        || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>) && IsAwaitable(type.GetGenericArguments()[0]))
        || type.GetMethod("GetAwaiter", Type.EmptyTypes) is { ReturnType: { } awaiter } && awaiter.GetProperty("IsCompleted")?.PropertyType == typeof(bool);
}
