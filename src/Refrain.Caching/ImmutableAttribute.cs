namespace Refrain;

/// <summary>Says that instances of a type never change, so that the cache may share them instead of copying.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ImmutableAttribute : Attribute;
