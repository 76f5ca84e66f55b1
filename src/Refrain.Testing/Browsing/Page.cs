using System.Text.Json;
using Refrain.Wire;

namespace Refrain.Testing.Browsing;

/// <summary>A page as a browser has put it together from frames.</summary>
internal sealed class Page
{
    private static readonly string[] None = [];

    private readonly Dictionary<string, PageNode> _nodes = [];
    private readonly Dictionary<string, string[]> _children = [];
    private readonly Dictionary<string, int> _fresh = [];

    internal string? Session { get; private set; }

    internal bool Resumed { get; private set; }

    internal string? Refused { get; private set; }

    internal int Frame { get; private set; }

    internal int Run { get; private set; }

    internal RunState State { get; private set; }

    internal int Seq { get; private set; }

    internal IReadOnlyList<PageSpinner> Spinners { get; private set; } = [];

    internal JsonElement? Overlay { get; private set; }

    internal IReadOnlyList<string> Notices { get; private set; } = [];

    /// <summary>Whether a run is neither going on nor about to.</summary>
    internal bool IsSettled => State is RunState.Done or RunState.Stopped or RunState.Failed;

    /// <summary>Every node of the page, in reading order: the main area, then the sidebar.</summary>
    internal IEnumerable<PageNode> Nodes => Under("root");

    internal PageNode? Find(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>The nodes in a container, at any depth.</summary>
    internal IEnumerable<PageNode> Under(string container) =>
        Children(container).SelectMany(id => Under(id).Prepend(_nodes[id]));

    internal IReadOnlyList<string> Children(string container) => _children.GetValueOrDefault(container) ?? None;

    internal int Fresh(string container) => _fresh.GetValueOrDefault(container);

    /// <summary>Takes in a message; says whether it is a frame.</summary>
    internal bool Take(JsonElement message)
    {
        switch (message.GetProperty("type").GetString())
        {
            case "welcome":
                Session = message.GetProperty("session").GetString();
                Resumed = message.GetProperty("resumed").GetBoolean();
                return false;
            case "refused":
                Refused = message.GetProperty("reason").GetString();
                return false;
            default:
                TakeFrame(message);
                return true;
        }
    }

    private void TakeFrame(JsonElement frame)
    {
        Frame = frame.GetProperty("frame").GetInt32();
        if (frame.TryGetProperty("reset", out _))
        {
            _nodes.Clear();
            _children.Clear();
            _fresh.Clear();
            Notices = [];
        }

        if (frame.TryGetProperty("run", out var run))
        {
            Run = run.GetProperty("number").GetInt32();
            State = Enum.Parse<RunState>(run.GetProperty("state").GetString()!, ignoreCase: true);
        }

        foreach (var node in Each(frame, "nodes"))
            _nodes[node.GetProperty("id").GetString()!] = PageNode.Read(node);
        foreach (var (container, children) in Members(frame, "children"))
            _children[container] = [.. children.EnumerateArray().Select(child => child.GetString()!)];
        foreach (var (container, count) in Members(frame, "fresh"))
            _fresh[container] = count.GetInt32();
        if (frame.TryGetProperty("spinners", out var spinners))
            Spinners = [.. spinners.EnumerateArray().Select(PageSpinner.Read)];
        if (frame.TryGetProperty("seq", out var seq))
            Seq = seq.GetInt32();
        if (frame.TryGetProperty("overlay", out var overlay))
            Overlay = overlay.ValueKind == JsonValueKind.Null ? null : overlay;
        if (frame.TryGetProperty("notices", out var notices))
            Notices = [.. notices.EnumerateArray().Select(notice => notice.GetString()!)];
        Collect();
    }

    /// <summary>Forgets what can no longer be reached, as a browser does; so a server that relies on it is found out.</summary>
    private void Collect()
    {
        var reachable = Under("root").Select(node => node.Id).Append("root").ToHashSet();
        foreach (var id in _nodes.Keys.Where(id => !reachable.Contains(id)).ToList())
            _nodes.Remove(id);
        foreach (var id in _children.Keys.Where(id => !reachable.Contains(id)).ToList())
            _children.Remove(id);
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var items) ? items.EnumerateObject().Select(item => (item.Name, item.Value)) : [];
}

/// <summary>One node as the browser has it.</summary>
internal sealed record PageNode(string Id, string Kind, JsonElement Props, JsonElement? Value, int Revision)
{
    internal static PageNode Read(JsonElement node) => new(
        node.GetProperty("id").GetString()!,
        node.GetProperty("kind").GetString()!,
        node.GetProperty("props"),
        node.TryGetProperty("value", out var value) ? value : null,
        node.TryGetProperty("revision", out var revision) ? revision.GetInt32() : 0);
}

/// <summary>One spinner as the browser has it.</summary>
internal sealed record PageSpinner(string Id, string Text, bool ShowTime, double Elapsed)
{
    internal static PageSpinner Read(JsonElement spinner) => new(
        spinner.GetProperty("id").GetString()!,
        spinner.GetProperty("text").GetString()!,
        spinner.GetProperty("showTime").GetBoolean(),
        spinner.GetProperty("elapsed").GetDouble());
}
