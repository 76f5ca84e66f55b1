using System.Text.Json;
using System.Text.Json.Nodes;
using Refrain.Testing.Browsing;

namespace Refrain;

/// <summary>One widget of a page under test.</summary>
public sealed class WidgetView
{
    private readonly AppTest _app;
    private readonly string _id;

    internal WidgetView(AppTest app, string id) => (_app, _id) = (app, id);

    /// <summary>Its value, as the browser shows it.</summary>
    public JsonElement? Value => Node.Value;

    /// <summary>Everything the browser knows of it.</summary>
    public JsonElement Props => Node.Props;

    internal string Id => _id;

    private PageNode Node => _app.Browser.Read(page => page.Find(_id))
        ?? throw new InvalidOperationException("The widget is no longer on the page. Ask the AppTest for it again.");

    /// <summary>Changes it as a user would, and waits until nothing runs any more.</summary>
    /// <param name="value">The new value; for a select box an option's text or index, for a range an array of two.</param>
    /// <exception cref="TimeoutException">The run took longer than <see cref="AppTestOptions.Timeout"/>.</exception>
    public Task SetAsync(object? value) => _app.SendAsync(new JsonObject { ["id"] = _id, ["value"] = Wire(value) });

    /// <summary>Clicks it as a user would, and waits until nothing runs any more.</summary>
    /// <exception cref="TimeoutException">The run took longer than <see cref="AppTestOptions.Timeout"/>.</exception>
    public Task ClickAsync() => _app.SendAsync(new JsonObject { ["id"] = _id, ["click"] = true });

    private JsonNode? Wire(object? value)
    {
        if (value is string text && Props.TryGetProperty("options", out var options))
        {
            var index = options.EnumerateArray().Select(option => option.GetString()).ToList().IndexOf(text);
            return index >= 0 ? index : throw new InvalidOperationException($"There is no option \"{text}\". There are: {options}.");
        }

        return JsonSerializer.SerializeToNode(value);
    }
}
