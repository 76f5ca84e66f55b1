using Refrain.Caching.Functions;
using Refrain.Caching.Values;

namespace Refrain.Widgets;

/// <summary>Moves the values of a session to the types of newer code.</summary>
/// <remarks>Each value is turned by itself: what two names had in common is two objects afterwards.</remarks>
internal sealed class StateMove(CodeReplacement replacement)
{
    private readonly ReplacedCode _replaced = replacement.Replaced;
    private readonly List<(string Name, string Type)> _lost = [];

    /// <summary>What could not be moved: its name, and the type for whose sake.</summary>
    internal IReadOnlyList<(string Name, string Type)> Lost => _lost;

    internal void Move<T>(Dictionary<string, T> values)
    {
        foreach (var (name, value) in values.ToArray())
        {
            if (FindReplaced(value) is not { } found)
                continue;
            if (TryTurn(value!, out var turned, out var changed))
            {
                values[name] = (T)turned!;
            }
            else
            {
                values.Remove(name);
                _lost.Add((name, changed ?? TypeNames.Display(found)));
            }
        }
    }

    private Type? FindReplaced(object? value)
    {
        try
        {
            return _replaced.FindIn(value);
        }
        catch (InvalidOperationException)
        {
            return value!.GetType(); // a thread that outlived its run changes a collection right now: what that holds is not to be known
        }
    }

    private bool TryTurn(object value, out object? turned, out string? changed)
    {
        (turned, changed) = (null, null);
        var rebuilding = new Rebuilding(_replaced);
        try
        {
            return replacement.NewerOf(value.GetType()) is { } type && rebuilding.TryRebuild(value, value.GetType(), type, out turned) && FindReplaced(turned) is null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false; // equality that the script has written itself: whatever it throws, the value starts anew
        }
        finally
        {
            changed = rebuilding.Changed;
        }
    }
}
