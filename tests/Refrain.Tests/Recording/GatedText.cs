namespace Refrain.Tests.Recording;

/// <summary>The text of a CSV file of one column, which stops before its last row until it may go on.</summary>
internal sealed class GatedText(int rows) : TextReader
{
    private readonly StringReader _text = new("n\n" + string.Concat(Enumerable.Range(0, rows).Select(row => $"{row}\n")));
    private bool _waited;

    /// <summary>Released when all but the end has been read.</summary>
    public SemaphoreSlim Reached { get; } = new(0);

    /// <summary>Lets the reading end.</summary>
    public SemaphoreSlim Go { get; } = new(0);

    public override int Read(char[] buffer, int index, int count)
    {
        var read = _text.Read(buffer, index, count);
        if (read > 0 || _waited)
            return read;
        _waited = true;
        Reached.Release();
        Go.Wait();
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        _text.Dispose();
        Reached.Dispose();
        Go.Dispose();
        base.Dispose(disposing);
    }
}
