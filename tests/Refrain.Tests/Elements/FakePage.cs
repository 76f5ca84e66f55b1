using System.Text;
using System.Text.Json;
using Refrain.Pages;
using Refrain.Widgets;

namespace Refrain.Tests.Elements;

/// <summary>A container that remembers what was drawn, and whose widgets have the value the browser would have sent.</summary>
internal sealed class FakePage : Container
{
    private string? _sent;

    public List<Element> Drawn { get; } = [];

    public List<FakePage> Inner { get; } = [];

    public List<CallSite> Sites { get; } = [];

    /// <summary>The last widget's identity.</summary>
    public IReadOnlyList<object?> Identity { get; private set; } = [];

    /// <summary>What the last widget's value is on the wire.</summary>
    public string Value { get; private set; } = "";

    public string? Key { get; private set; }

    public bool IsTrigger { get; private set; }

    public Action? OnChange { get; private set; }

    public Keep Keep { get; private set; }

    /// <summary>The only element drawn, as kind and props.</summary>
    public string Wire => Json(Assert.Single(Drawn));

    /// <summary>The browser sends this to the next widget.</summary>
    public FakePage Sends(string json)
    {
        _sent = json;
        return this;
    }

    public static string Json(Element element) => $"{element.Kind} {Encoding.UTF8.GetString(PropsEncoder.Encode(element))}";

    public override IDisposable Enter() => throw new NotSupportedException();

    internal override void Draw(Element element, CallSite site)
    {
        Drawn.Add(element);
        Sites.Add(site);
    }

    internal override Container DrawContainer(Element element, CallSite site)
    {
        Draw(element, site);
        var inner = new FakePage();
        Inner.Add(inner);
        return inner;
    }

    internal override T DrawWidget<T>(Widget<T> widget, CallSite site)
    {
        Draw(widget.Element, site);
        (Identity, Key, IsTrigger, OnChange, Keep) = (widget.Identity, widget.Key, widget.IsTrigger, widget.OnChange, widget.Keep);
        var value = widget.Default;
        if (_sent is not null)
        {
            using var json = JsonDocument.Parse(_sent);
            value = widget.Decode(json.RootElement);
            _sent = null;
        }

        Value = widget.Encode(value)?.ToJsonString() ?? "null";
        return value;
    }
}
