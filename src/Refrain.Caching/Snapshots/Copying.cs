using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>The making of one copy.</summary>
/// <remarks>
/// A plain tree needs no memory of what was copied; one object serves all copies then. Else objects nested very deep are filled after the
/// rest, so that no depth exhausts the stack, and objects met twice are remembered where the survey saw any.
/// </remarks>
internal sealed class Copying
{
    private const int DeepestNesting = 128;

    private static readonly Copying Trees = new(isTree: true, holdersAreCopied: false);
    private static readonly Copying TreesWithHolders = new(isTree: true, holdersAreCopied: true);

    private readonly bool _isTree;
    private readonly bool _holdersAreCopied;
    private Dictionary<object, object?>? _copies;
    private Queue<(Copier Copier, object Value, object Shell)>? _unfilled;
    private List<Action>? _last;
    private int _depth;

    private Copying(bool isTree, bool holdersAreCopied) => (_isTree, _holdersAreCopied) = (isTree, holdersAreCopied);

    /// <summary>Whether the master is being made, so that what is shared afterwards must be copied once.</summary>
    internal bool IsFreezing { get; private init; }

    /// <summary>What copies the value, and every other plain tree that is planned alike.</summary>
    internal static Copying OfTrees(CopyPlan plan) => plan.HoldersAreCopied ? TreesWithHolders : Trees;

    internal static T Run<T>(T value, CopyPlan plan, bool isFreezing)
    {
        var copying = new Copying(plan.IsTree, plan.HoldersAreCopied)
        {
            IsFreezing = isFreezing,
            _copies = plan.HasAliases ? new(ReferenceEqualityComparer.Instance) : null,
        };
        var copy = copying.Copy(value);
        copying.Complete();
        return copy;
    }

    /// <summary>Copies a value by its runtime type.</summary>
    internal T Copy<T>(T value)
    {
        if (typeof(T).IsValueType)
        {
            if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
                return value;
            var inPlace = Copiers<T>.Current;
            return IsShared(inPlace.Sharing) ? value : inPlace.Copy(this, value);
        }

        if (value is null || value is string)
            return value;
        var type = value.GetType();
        if (type == typeof(T))
        {
            var copier = Copiers<T>.Current;
            if (IsShared(copier.Sharing))
                return value;
            return _isTree ? copier.Copy(this, value) : (T)Remember(copier, value);
        }

        var actual = CopierTable.For(type);
        if (IsShared(actual.SharingOfObject))
            return value;
        return (T)(_isTree ? actual.CopyObject(this, value) : Remember(actual, value));
    }

    /// <summary>Copies values one after another, most of which have exactly the declared type.</summary>
    internal void CopyEach<T>(ReadOnlySpan<T> values, Span<T> copies)
    {
        var each = Each<T>();
        for (var index = 0; index < values.Length; index++)
            copies[index] = each.Copy(values[index]);
    }

    /// <summary>What copies many values of one declared type, without deciding for each how.</summary>
    internal Repeatedly<T> Each<T>() => new(this);

    internal readonly struct Repeatedly<T>
    {
        private readonly Copying _copying;
        private readonly Type _exact;
        private readonly Copier<T>? _copier;

        internal Repeatedly(Copying copying)
        {
            _copying = copying;
            _exact = typeof(T);
            if (copying._isTree && _exact.IsClass && !_exact.IsAbstract && _exact != typeof(string) && !copying.IsShared(Copiers<T>.Current.Sharing))
                _copier = Copiers<T>.Current;
        }

        internal T Copy(T value)
        {
            if (_copier is null || value is null || value.GetType() != _exact)
                return _copying.Copy(value);
            return _copier.Copy(_copying, value);
        }
    }

    /// <summary>Does something once every object is filled, for example puts keys into a table by their content.</summary>
    internal void AtLast(Action action)
    {
        if (_isTree)
            action();
        else
            (_last ??= []).Add(action);
    }

    private bool IsShared(Sharing sharing)
    {
        if (sharing == Sharing.Never)
            return false;
        return sharing == Sharing.Always || (!IsFreezing && (sharing == Sharing.OnceCopied || !_holdersAreCopied));
    }

    private object Remember(Copier copier, object value)
    {
        if (_copies != null && _copies.TryGetValue(value, out var known))
            return known ?? throw new Refusal(value, value.GetType(), "an immutable collection that holds itself");
        if (copier.IsFilledLater)
        {
            var shell = copier.ShellObject(value);
            _copies?.Add(value, shell);
            if (_depth == DeepestNesting)
            {
                (_unfilled ??= new()).Enqueue((copier, value, shell));
                return shell;
            }

            _depth++;
            copier.FillObject(this, value, shell);
            _depth--;
            return shell;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _copies?.Add(value, null);
        var copy = copier.CopyObject(this, value);
        if (_copies != null)
            _copies[value] = copy;
        return copy;
    }

    private void Complete()
    {
        while (_unfilled is { Count: > 0 })
        {
            var (copier, value, shell) = _unfilled.Dequeue();
            copier.FillObject(this, value, shell);
        }

        if (_last is null)
            return;
        foreach (var action in _last)
            action();
    }
}

/// <summary>How the copies of one entry are made; decided when it is frozen.</summary>
/// <param name="IsTree">No object is met twice, and each has exactly the type that is declared.</param>
/// <param name="HasAliases">Some object is met twice.</param>
/// <param name="HoldersAreCopied">Objects that only hold others are copied too, since some hold what changes.</param>
internal sealed record CopyPlan(bool IsTree, bool HasAliases, bool HoldersAreCopied)
{
    internal static CopyPlan From(Survey survey) =>
        new(!survey.IsOpen && !survey.HasAliases, survey.HasAliases, survey.HoldersAreCopied);
}
