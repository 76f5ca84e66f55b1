using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Refrain.Caching.Recording;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Csv;

/// <summary>Reads a table once from front to back: fields are kept as text, and typed when all of a column is known.</summary>
internal sealed class CsvTableReader(CsvSource source, CsvOptions options)
{
    /// <summary>How much is looked at to find the separator; a header longer than that may be guessed wrong.</summary>
    private const int PeekedChars = 1 << 15;

    private const int RowsBetweenCancellationChecks = 4096;

    private const int RowsBetweenReports = 1 << 15;

    internal DataFrame Read()
    {
        var line = 1;
        try
        {
            var buffer = new char[PeekedChars];
            var peeked = new string(buffer, 0, source.Text.ReadBlock(buffer));
            using var parser = Parser(peeked, out var rows);
            while (parser.Read())
            {
                rows.Add();
                line = parser.RawRow + 1;
                Report(parser.Row);
            }

            return Built(rows);
        }
        catch (Exception error) when (AsFrameError(error, line) is { } known)
        {
            throw known;
        }
    }

    internal async Task<DataFrame> ReadAsync(CancellationToken cancellationToken)
    {
        var line = 1;
        try
        {
            var buffer = new char[PeekedChars];
            var peeked = new string(buffer, 0, await source.Text.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false));
            using var parser = Parser(peeked, out var rows);
            while (await parser.ReadAsync().ConfigureAwait(false))
            {
                rows.Add();
                line = parser.RawRow + 1;
                Report(parser.Row);
                if (parser.Row % RowsBetweenCancellationChecks == 0)
                    cancellationToken.ThrowIfCancellationRequested();
            }

            return Built(rows);
        }
        catch (Exception error) when (AsFrameError(error, line) is { } known)
        {
            throw known;
        }
    }

    private void Report(int row)
    {
        if (row % RowsBetweenReports == 0)
            Tell(source.ProgressAt(row));
    }

    private DataFrame Built(CsvRows rows)
    {
        var frame = rows.Build();
        Tell(source.ProgressAt(frame.RowCount));
        return frame;
    }

    /// <summary>Tells who asked, and the spinner of the cached function in which this runs.</summary>
    private void Tell(ReadProgress progress)
    {
        options.Progress?.Report(progress);
        FlightProgress.Here?.Report(progress.InWords());
    }

    private CsvParser Parser(string peeked, out CsvRows rows)
    {
        // UTF-16 without a mark is valid UTF-8 full of zeros, which would be read as names with zeros in them.
        if (peeked.AsSpan(0, Math.Min(peeked.Length, 64)).Contains('\0'))
            throw CsvErrors.NotInEncoding(source.Name, 1, (source.Text as StreamReader)?.CurrentEncoding.WebName ?? "text", inner: null);

        var separator = options.Separator ?? CsvLine.GuessSeparator(peeked, options.Quote);
        var target = new CsvRows(source.Name, options, separator);
        var parser = new CsvParser(new PeekedReader(peeked, source.Text), new CsvConfiguration(options.Culture)
        {
            Delimiter = separator.ToString(),
            Quote = options.Quote,
            Escape = options.Quote,
            HasHeaderRecord = options.HasHeader,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.None,
            BufferSize = 1 << 16,
            ProcessFieldBufferSize = 1 << 12,
            BadDataFound = bad => target.CheckBadField(bad.Field, bad.RawRecord),
        });
        target.Parser = parser;
        rows = target;
        return parser;
    }

    private FrameException? AsFrameError(Exception error, int line) => error switch
    {
        FrameException => null,
        DecoderFallbackException => CsvErrors.NotInEncoding(source.Name, line, "UTF-8", error),
        CsvHelperException { InnerException: FrameException inner } => inner,
        CsvHelperException { InnerException: DecoderFallbackException inner } => CsvErrors.NotInEncoding(source.Name, line, "UTF-8", inner),
        IOException or HttpRequestException or InvalidDataException => CsvErrors.CannotRead(source.Name, source.Name ?? "the stream", error),
        _ => null,
    };
}
