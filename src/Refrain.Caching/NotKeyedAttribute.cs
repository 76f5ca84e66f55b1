namespace Refrain;

/// <summary>Keeps a parameter, or an instance, out of the key: calls that differ only in it share an entry.</summary>
/// <remarks>A parameter whose name begins with <c>_</c> is left out as well. On a type it means that the instance a cached method is
/// called on plays no part.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class NotKeyedAttribute : Attribute;
