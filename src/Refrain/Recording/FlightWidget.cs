using Refrain.Caching.Keys;
using Refrain.Widgets;

namespace Refrain.Recording;

/// <summary>Which widget of a cached function's call: what it is, and how many equal ones are called before it there.</summary>
/// <param name="recorded">The widget.</param>
/// <param name="identity">What it is.</param>
/// <param name="inSidebar">Whether the function puts it into the sidebar, wherever it is called itself.</param>
/// <param name="before">How many equal ones it calls before, in the same area.</param>
/// <param name="beforeAnywhere">How many in both areas, which are one where the function itself is called in the sidebar.</param>
internal sealed class FlightWidget(RecordedWidget recorded, WidgetIdentity identity, bool inSidebar, int before, int beforeAnywhere) : IEquatable<FlightWidget>
{
    private readonly (WidgetIdentity Identity, string? Key, int Before, int BeforeAnywhere) _what = (identity, recorded.Key, before, beforeAnywhere);

    public bool Equals(FlightWidget? other) => other is not null && _what.Equals(other._what);

    public override bool Equals(object? obj) => Equals(obj as FlightWidget);

    public override int GetHashCode() => _what.GetHashCode();

    /// <summary>What stands for its value, if the function is called now.</summary>
    /// <param name="widgets">The session's.</param>
    /// <param name="calledInSidebar">Whether the function is called in the sidebar.</param>
    internal KeyDigest Look(WidgetStore widgets, bool calledInSidebar) =>
        recorded.Look(widgets, inSidebar || calledInSidebar, calledInSidebar ? _what.BeforeAnywhere : _what.Before);
}
