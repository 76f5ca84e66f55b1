using System.ComponentModel;

namespace Refrain.CompilerServices;

/// <summary>The weaver's mark on an assembly: its cached functions go through the cache.</summary>
/// <param name="version">The version of the contract between woven code and this library.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WovenAttribute(int version) : Attribute
{
    /// <summary>The version of the contract between woven code and this library.</summary>
    public int Version { get; } = version;
}
