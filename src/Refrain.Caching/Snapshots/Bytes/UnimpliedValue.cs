namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>An object has a type that its declaration does not imply; turned into an error with names where function and value are known.</summary>
internal sealed class UnimpliedValue(object value, Type declared) : Exception
{
    internal object Value { get; } = value;

    internal Type Declared { get; } = declared;
}
