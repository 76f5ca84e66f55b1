using Refrain.Caching.Keys;

namespace Refrain.Recording;

/// <summary>One call of a widget in a cached function. They are called again in the order of the calls, wherever they stand.</summary>
/// <param name="Widget">The widget.</param>
/// <param name="InSidebar">Whether the function put it into the sidebar.</param>
/// <param name="Value">What stands for the value it had.</param>
/// <param name="Brief">Both, for people.</param>
internal sealed record RecordedRead(RecordedWidget Widget, bool InSidebar, KeyDigest Value, string Brief);
