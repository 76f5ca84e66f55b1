namespace Refrain.Caching.Keys;

/// <summary>How arguments of one type are compared and hashed as keys.</summary>
internal static class ArgumentKey<T>
{
    internal static bool IsExact => false;

    internal static bool Equals(T left, T right) => throw new NotSupportedException();

    internal static int Hash(T value) => throw new NotSupportedException();
}
