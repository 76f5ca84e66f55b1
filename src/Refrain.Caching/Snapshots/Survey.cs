using System.Runtime.CompilerServices;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>One walk over a value, before it is frozen: how large it is, and how its copies are to be made.</summary>
/// <remarks>Everything is decided here and from runtime types, so that no later copy can fail or decide otherwise.</remarks>
internal sealed class Survey
{
    private const int ReferenceBytes = 8;

    private HashSet<object>? _seen;
    private Stack<(Copier Copier, object Value, bool IsHeld)>? _open;
    private Dictionary<object, long>? _buffers;
    private long _bytes;
    private bool _isHeld;

    /// <summary>What it costs: bytes, and buffers that others may share.</summary>
    internal Charge Charge => new(_bytes, _buffers is null ? [] : [.. _buffers.Select(pair => new SharedBuffer(pair.Key, pair.Value))]);

    /// <summary>Whether an object that is copied is met more than once, so that copies need to know what they copied already.</summary>
    internal bool HasAliases { get; private set; }

    /// <summary>Whether some object has not exactly the type that is declared, or a type that can hold itself.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>Whether an object that would be shared if its parts were holds a part that is not.</summary>
    internal bool HoldersAreCopied { get; private set; }

    /// <summary>Whether anything at all is copied when the value is handed out.</summary>
    internal bool IsCopied { get; private set; }

    /// <summary>Whether anything must be copied once for the master.</summary>
    internal bool IsCopiedOnce { get; private set; }

    internal static Survey Of<T>(T value)
    {
        var survey = new Survey();
        survey.Meet(value);
        while (survey._open is { Count: > 0 } open)
        {
            var next = open.Pop();
            survey._isHeld = next.IsHeld;
            next.Copier.SurveyObject(survey, next.Value);
        }

        return survey;
    }

    internal void Add(long bytes) => _bytes += bytes;

    /// <summary>Adds an object by itself, with the buffers it stands on.</summary>
    internal void AddObject(object value)
    {
        Add(InstanceSize.Of(value.GetType()));
        if (value is not IMeasured measured)
            return;
        _buffers ??= new(ReferenceEqualityComparer.Instance);
        foreach (var buffer in measured.Buffers)
            _buffers[buffer.Buffer] = buffer.Bytes;
    }

    /// <summary>Adds a value that is stored in place, or the reference to one that is not, and what it holds.</summary>
    internal void Meet<T>(T value)
    {
        if (typeof(T).IsValueType)
        {
            Add(Unsafe.SizeOf<T>());
            Inside(value);
        }
        else
        {
            Add(ReferenceBytes);
            Behind(value);
        }
    }

    /// <summary>Adds what a value holds, when its own place is counted already.</summary>
    internal void Inside<T>(T value)
    {
        if (!typeof(T).IsValueType)
            Behind(value);
        else if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            InPlace(Copiers<T>.Current, value);
    }

    private void InPlace<T>(Copier<T> copier, T value)
    {
        Judge(copier.Sharing);
        var before = _isHeld;
        _isHeld |= copier.Sharing == Sharing.IfPartsAre;
        copier.Survey(this, value);
        _isHeld = before;
    }

    private void Behind<T>(T value)
    {
        if (value is null)
            return;
        if (value is string text)
        {
            Add(22 + 2L * text.Length);
            return;
        }

        var type = value.GetType();
        var copier = CopierTable.For(type);
        if (copier.SharingOfObject == Sharing.Always && copier.IsTree)
        {
            copier.SurveyObject(this, value);
            return;
        }

        if (!(_seen ??= new(ReferenceEqualityComparer.Instance)).Add(value))
        {
            HasAliases |= copier.SharingOfObject != Sharing.Always;
            if (_isHeld && copier.SharingOfObject != Sharing.Always)
                HoldersAreCopied = IsCopied = true;
            return;
        }

        IsOpen |= type != typeof(T) || !copier.IsTree;
        Judge(copier.SharingOfObject);
        var isHeld = _isHeld || copier.SharingOfObject == Sharing.IfPartsAre;
        if (!copier.IsTree)
        {
            (_open ??= new()).Push((copier, value, isHeld));
            return;
        }

        var before = _isHeld;
        _isHeld = isHeld;
        copier.SurveyObject(this, value);
        _isHeld = before;
    }

    private void Judge(Sharing sharing)
    {
        IsCopiedOnce |= sharing == Sharing.OnceCopied;
        if (sharing != Sharing.Never)
            return;
        IsCopied = true;
        HoldersAreCopied |= _isHeld;
    }
}
