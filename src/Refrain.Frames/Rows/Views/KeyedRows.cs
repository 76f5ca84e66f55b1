namespace Refrain.Frames.Rows.Views;

/// <summary>Rows with keys of 64 bits, sorted one byte of the key after another, the least significant first.</summary>
internal sealed class KeyedRows(int capacity)
{
    private const int Digits = 8;
    private const int Buckets = 256;

    private readonly List<int> _missing = [];
    private readonly int[] _counts = new int[Digits * Buckets];
    private ulong[] _keys = new ulong[capacity];
    private int[] _rows = new int[capacity];
    private int _count;

    internal void Add(ulong key, int row)
    {
        _keys[_count] = key;
        _rows[_count++] = row;
    }

    /// <summary>A row without a key, which comes last.</summary>
    internal void AddMissing(int row) => _missing.Add(row);

    internal int[] Sort(Work work)
    {
        Count(work.Part(0, 0.1));
        var (otherKeys, otherRows) = (new ulong[_count], new int[_rows.Length]);
        for (var digit = 0; digit < Digits; digit++)
        {
            var buckets = _counts.AsSpan(digit * Buckets, Buckets);
            if (_count == 0 || buckets[(int)(_keys[0] >> (digit * 8)) & (Buckets - 1)] == _count)
                continue;
            Scatter(otherKeys, otherRows, buckets, digit * 8, work.Part(0.1 + (0.9 * digit / Digits), 0.1 + (0.9 * (digit + 1) / Digits)));
            (_keys, otherKeys) = (otherKeys, _keys);
            (_rows, otherRows) = (otherRows, _rows);
        }

        _missing.CopyTo(_rows, _count);
        return _rows;
    }

    private void Scatter(ulong[] toKeys, int[] toRows, Span<int> buckets, int shift, Work work)
    {
        var start = 0;
        for (var i = 0; i < Buckets; i++)
            (buckets[i], start) = (start, start + buckets[i]);
        for (var from = 0; from < _count; from += Work.Block)
        {
            work.Reached((double)from / _count);
            var to = Math.Min(_count, from + Work.Block);
            for (var i = from; i < to; i++)
            {
                var place = buckets[(int)(_keys[i] >> shift) & (Buckets - 1)]++;
                toKeys[place] = _keys[i];
                toRows[place] = _rows[i];
            }
        }
    }

    private void Count(Work work)
    {
        for (var i = 0; i < _count; i++)
        {
            if ((i & (Work.Block - 1)) == 0)
                work.Reached((double)i / _count);
            for (var digit = 0; digit < Digits; digit++)
                _counts[(digit * Buckets) + ((int)(_keys[i] >> (digit * 8)) & (Buckets - 1))]++;
        }
    }
}
