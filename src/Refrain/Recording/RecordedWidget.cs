using System.Security.Cryptography;
using System.Text;
using Refrain.Caching.Keys;
using Refrain.Pages;
using Refrain.Widgets;

namespace Refrain.Recording;

/// <summary>A widget that a cached function called, as any session can call it again: with the session's own value.</summary>
internal abstract class RecordedWidget(string kind, string? key, CallSite site)
{
    internal string Kind { get; } = kind;

    internal string? Key { get; } = key;

    internal CallSite Site { get; } = site;

    /// <summary>What makes it the same widget when the function runs again.</summary>
    internal abstract WidgetIdentity Identity(bool inSidebar);

    /// <summary>What stands for the value that a call would give now.</summary>
    /// <param name="widgets">The session's.</param>
    /// <param name="inSidebar">Whether it stands in the sidebar.</param>
    /// <param name="ahead">How many equal ones are called before it from now on.</param>
    internal abstract KeyDigest Look(WidgetStore widgets, bool inSidebar, int ahead);

    /// <summary>Calls it in the session's current run.</summary>
    internal abstract WidgetState Call(WidgetStore widgets, bool inSidebar);

    /// <summary>The same, as another one of a recording.</summary>
    internal abstract RecordedWidget Copy();
}

/// <inheritdoc/>
internal sealed class RecordedWidget<T>(Widget<T> widget, CallSite site) : RecordedWidget(widget.Element.Kind, widget.Key, site)
{
    private const int LongestText = 40;

    internal override WidgetIdentity Identity(bool inSidebar) =>
        new WidgetIdentity(Kind, page: "", inSidebar && Key is null, Key is null ? widget.Identity : []).ToStored();

    internal override KeyDigest Look(WidgetStore widgets, bool inSidebar, int ahead) => Digest(widgets.Look(widget, page: "", inSidebar, ahead));

    internal override WidgetState Call(WidgetStore widgets, bool inSidebar) => widgets.Call(widget, page: "", inSidebar, Site).State;

    internal override RecordedWidget Copy() => new RecordedWidget<T>(widget, Site);

    /// <summary>What stands for a value: it is what the browser gets.</summary>
    internal KeyDigest Digest(T value) => KeyDigest.Read(SHA256.HashData(Encode(value)));

    /// <summary>The widget with a value, for people.</summary>
    internal string InBrief(T value)
    {
        var text = Encoding.UTF8.GetString(Encode(value));
        return $"{Key ?? widget.Identity[0]} = {(text.Length > LongestText ? $"{text[..LongestText]}…" : text)}";
    }

    private byte[] Encode(T value) => widget.IsTrigger ? value is true ? "true"u8.ToArray() : "false"u8.ToArray() : WidgetBinding<T>.Encode(widget, value);
}
