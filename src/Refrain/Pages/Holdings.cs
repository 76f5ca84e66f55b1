namespace Refrain.Pages;

/// <summary>What the nodes of a page refer to, by name, for as long as one of them does.</summary>
internal sealed class Holdings<T>(Func<T, string> name)
    where T : class
{
    private readonly Dictionary<string, (T Held, int Uses)> _held = [];

    internal T? Find(string name) => _held.TryGetValue(name, out var found) ? found.Held : null;

    /// <summary>A node refers to other things than before.</summary>
    internal void Replace(IReadOnlyList<T> before, IReadOnlyList<T> now)
    {
        if (ReferenceEquals(before, now) || (before.Count == 0 && now.Count == 0))
            return;

        // What is there already under the same name is the same content, and may have found what the new one would have to find again.
        foreach (var held in now)
            _held[name(held)] = _held.TryGetValue(name(held), out var known) ? (known.Held, known.Uses + 1) : (held, 1);
        foreach (var held in before)
        {
            var (kept, uses) = _held[name(held)];
            if (uses == 1)
                _held.Remove(name(held));
            else
                _held[name(held)] = (kept, uses - 1);
        }
    }
}
