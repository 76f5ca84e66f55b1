using System.ComponentModel;

namespace Refrain.CompilerServices;

/// <summary>What a cached function that returns nothing returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Nothing;
