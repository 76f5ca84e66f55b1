using Refrain.Caching.Keys;

namespace Refrain.Caching.Recording;

/// <summary>A widget that a cached function has read, with the value it had.</summary>
/// <param name="Widget">Which one, for <see cref="DrawingScope.ReadWidget"/> of any page; equal for the same widget of the same function.</param>
/// <param name="Value">What stands for the value.</param>
/// <param name="Brief">Both, for people: <c>Hour = 17</c>.</param>
internal sealed record WidgetRead(object Widget, KeyDigest Value, string Brief);
