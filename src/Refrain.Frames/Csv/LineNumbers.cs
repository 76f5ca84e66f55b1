namespace Refrain.Frames.Csv;

/// <summary>The lines rows begin in. Rows mostly follow line by line, so only the exceptions are kept.</summary>
internal sealed class LineNumbers
{
    private readonly List<(int Row, int Line)> _jumps = [];
    private int _rows;
    private int _expected;

    /// <summary>Notes the line of the next row.</summary>
    internal void Next(int line)
    {
        if (line != _expected)
            _jumps.Add((_rows, line));
        _rows++;
        _expected = line + 1;
    }

    internal int Of(int row)
    {
        var (start, line) = _jumps.FindLast(jump => jump.Row <= row);
        return line + row - start;
    }
}
