namespace Refrain.Soak;

/// <summary>What a function reads beside its arguments, and the oldest state of it that a call may still see.</summary>
/// <remarks>
/// A clear changes the cell first, then clears, then raises the floor. Whatever was computed from the older state began before the clear did,
/// so no call that begins once the floor is raised may give it.
/// </remarks>
internal sealed class Cell
{
    private long _version;
    private long _floor;

    internal long Version => Volatile.Read(ref _version);

    internal long Floor => Volatile.Read(ref _floor);

    internal void Clear(Action clear) => Clear([this], clear);

    internal static void Clear(IReadOnlyCollection<Cell> cells, Action clear)
    {
        var versions = cells.Select(cell => (cell, Interlocked.Increment(ref cell._version))).ToArray();
        clear();
        foreach (var (cell, version) in versions)
            cell.Raise(version);
    }

    private void Raise(long version)
    {
        for (var floor = Floor; floor < version; floor = Floor)
            Interlocked.CompareExchange(ref _floor, version, floor);
    }
}
