namespace Refrain.Caching.Functions;

/// <summary>Why calls of one function missed. Guarded by the gate of the function's cache.</summary>
/// <remarks>For people, and small: it knows keys that left by their hashes only, and only the newest of them, so that no key outlives its use.</remarks>
/// <param name="parameters">The names of the parameters, in the order of the marks.</param>
internal sealed class MissLog(IReadOnlyList<string> parameters)
{
    /// <summary>A parameter in the key whose mark tells nothing of its content.</summary>
    internal const long Unknown = -1;

    /// <summary>A parameter that is not in the key.</summary>
    internal const long NotKeyed = -2;

    private const int MostGone = 128;
    private readonly long[] _marks = new long[parameters.Count];
    private int[]? _goneKeys;
    private string[]? _goneWhy;
    private int _goneCount;
    private bool _hasMarks;
    private string? _lastWhy;
    private bool _afterWidgets;
    private ulong _changed;
    private ulong _unknown;

    /// <summary>Why the last call that missed did; <see langword="null"/> if none has.</summary>
    internal string? Last => _lastWhy ?? (_hasMarks ? WhatChanged() : null);

    /// <summary>Why an entry that left for this reason is missed.</summary>
    internal static string Why(EvictionReason reason) => reason switch
    {
        EvictionReason.Expired => "expired",
        EvictionReason.MaxEntries => "evicted: MaxEntries",
        EvictionReason.MaxSize => "evicted: MaxSize",
        EvictionReason.Budget => "evicted: budget",
        EvictionReason.Cleared => "cleared",
        EvictionReason.Invalid => "no longer valid: Validate said no",
        EvictionReason.CodeChanged => "code changed",
        _ => "gone",
    };

    /// <summary>Notes that there is no entry of a key, and why.</summary>
    internal void Gone(int key, string why)
    {
        _goneKeys ??= new int[MostGone];
        _goneWhy ??= new string[MostGone];
        var place = _goneCount++ % MostGone;
        (_goneKeys[place], _goneWhy[place]) = (key, why);
    }

    /// <summary>The same once more, for a newer version of the function: what this one misses, that one will.</summary>
    internal MissLog For(IReadOnlyList<string> newer)
    {
        var log = new MissLog(newer)
        {
            _goneKeys = (int[]?)_goneKeys?.Clone(),
            _goneWhy = (string[]?)_goneWhy?.Clone(),
            _goneCount = _goneCount,
            _hasMarks = _hasMarks && newer.SequenceEqual(parameters),
        };
        if (log._hasMarks)
            _marks.CopyTo(log._marks, 0);
        return log;
    }

    /// <summary>Notes a miss.</summary>
    /// <param name="key">The hash of the key.</param>
    /// <param name="marks">A mark of each argument: equal arguments have equal ones.</param>
    /// <param name="afterWidgets">Whether the call was led there by values of widgets.</param>
    internal void Missed(int key, ReadOnlySpan<long> marks, bool afterWidgets)
    {
        _afterWidgets = afterWidgets;
        _lastWhy = FindGone(key) ?? (_hasMarks ? null : "first call");
        (_changed, _unknown) = (0, 0);
        for (var index = 0; index < Math.Min(marks.Length, 64); index++)
        {
            if (marks[index] == Unknown)
                _unknown |= 1ul << index;
            else if (marks[index] != _marks[index])
                _changed |= 1ul << index;
        }

        marks.CopyTo(_marks);
        _hasMarks = true;
    }

    private string? FindGone(int key)
    {
        var known = Math.Min(_goneCount, MostGone);
        if (known == 0 || !_goneKeys.AsSpan(0, known).Contains(key))
            return null;
        var newest = _goneCount - 1;
        while (_goneKeys![newest % MostGone] != key)
            newest--;
        return _goneWhy![newest % MostGone];
    }

    /// <remarks>Where no argument that can be told apart has changed, one of the others has.</remarks>
    private string WhatChanged()
    {
        var changed = Named(_changed);
        var unknown = Named(_unknown);
        return (changed, unknown) switch
        {
            ([var one], _) => $"argument {one} changed",
            ([_, ..], _) => $"arguments {string.Join(", ", changed)} changed",
            (_, [var one]) => $"argument {one} changed",
            (_, [_, ..]) => $"one of the arguments {string.Join(", ", unknown)} changed",
            _ when _afterWidgets => "the value of a widget changed",
            _ => "not kept",
        };
    }

    private string[] Named(ulong which) => [.. parameters.Where((_, index) => index < 64 && (which & (1ul << index)) != 0).Select(name => $"`{name}`")];
}
