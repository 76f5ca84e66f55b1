using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Items in their order: all at once where they are shared, else one by one.</summary>
internal static class CopiedItems<T>
{
    /// <summary>Read at each use: another type may be given a copy of its own later.</summary>
    internal static bool AreShared => Bits.Only(typeof(T)) || SharingRules.OfDeclared(typeof(T)) == Sharing.Always;

    internal static void Survey(Survey survey, ReadOnlySpan<T> items)
    {
        survey.Add(items.Length * (long)Unsafe.SizeOf<T>());
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return;
        foreach (var item in items)
            survey.Inside(item);
    }

    internal static void Copy(Copying copying, ReadOnlySpan<T> items, Span<T> copies)
    {
        copying.CopyEach(items, copies);
    }
}

/// <summary>One-dimensional arrays.</summary>
internal sealed class ArrayCopier<T> : FillingCopier<T[]>
{
    private readonly bool _areShared = CopiedItems<T>.AreShared;

    internal override void Survey(Survey survey, T[] value)
    {
        survey.Add(InstanceSize.Overhead + 8);
        CopiedItems<T>.Survey(survey, value);
    }

    internal override T[] Copy(Copying copying, T[] value) => _areShared ? BulkCopy.Clone(value) : base.Copy(copying, value);

    protected override T[] Shell(T[] value) => _areShared ? BulkCopy.Clone(value) : new T[value.Length];

    protected override void Fill(Copying copying, T[] value, T[] shell)
    {
        if (!_areShared)
            CopiedItems<T>.Copy(copying, value, shell);
    }
}

/// <summary>Arrays of several dimensions, or that do not begin at 0.</summary>
internal sealed class RankedArrayCopier<TArray, T> : FillingCopier<TArray>
    where TArray : class
{
    private readonly bool _areShared = CopiedItems<T>.AreShared;

    internal override void Survey(Survey survey, TArray value)
    {
        survey.Add(InstanceSize.Overhead + 8 + 8 * ((Array)(object)value).Rank);
        CopiedItems<T>.Survey(survey, Span(value));
    }

    protected override TArray Shell(TArray value) => (TArray)(object)BulkCopy.Clone<T>((Array)(object)value);

    protected override void Fill(Copying copying, TArray value, TArray shell)
    {
        if (!_areShared)
            CopiedItems<T>.Copy(copying, Span(value), Span(shell));
    }

    private static Span<T> Span(TArray value)
    {
        var array = (Array)(object)value;
        ref var first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array));
        return MemoryMarshal.CreateSpan(ref first, array.Length);
    }
}

/// <summary>Memory that nobody writes to: copied for the master, because whoever made it may; shared from then on.</summary>
internal sealed class ReadOnlyMemoryCopier<T> : Copier<ReadOnlyMemory<T>>
{
    private readonly bool _areShared = CopiedItems<T>.AreShared;

    internal override void Survey(Survey survey, ReadOnlyMemory<T> value)
    {
        survey.Add(InstanceSize.Overhead + 8);
        CopiedItems<T>.Survey(survey, value.Span);
    }

    internal override ReadOnlyMemory<T> Copy(Copying copying, ReadOnlyMemory<T> value)
    {
        var copy = value.ToArray();
        if (!_areShared)
            CopiedItems<T>.Copy(copying, value.Span, copy);
        return copy;
    }
}

/// <summary>Lists.</summary>
internal sealed class ListCopier<T> : FillingCopier<List<T>>
{
    private readonly bool _areShared = CopiedItems<T>.AreShared;

    internal override void Survey(Survey survey, List<T> value)
    {
        survey.Add(InstanceSize.Overhead + 16 + InstanceSize.Overhead + 8);
        CopiedItems<T>.Survey(survey, CollectionsMarshal.AsSpan(value));
    }

    internal override List<T> Copy(Copying copying, List<T> value) => _areShared ? [.. value] : base.Copy(copying, value);

    protected override List<T> Shell(List<T> value) => new(value.Count);

    protected override void Fill(Copying copying, List<T> value, List<T> shell)
    {
        CollectionsMarshal.SetCount(shell, value.Count);
        if (_areShared)
            CollectionsMarshal.AsSpan(value).CopyTo(CollectionsMarshal.AsSpan(shell));
        else
            CopiedItems<T>.Copy(copying, CollectionsMarshal.AsSpan(value), CollectionsMarshal.AsSpan(shell));
    }
}
