using Refrain.Frames.Csv;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>Reads a CSV file, or one at an <c>http</c> or <c>https</c> address.</summary>
    /// <remarks>
    /// <para>The type of a column is the first of <c>int</c>, <c>long</c>, <c>double</c>, <c>decimal</c>, <c>DateOnly</c>, <c>DateTime</c>, <c>bool</c> and <c>string</c> that
    /// all its values have. Numbers with leading zeros or a plus (<c>00501</c>, <c>+43</c>) are codes and stay text. Times with an offset become UTC.</para>
    /// <para>An empty field is null, a quoted empty one is an empty text. Blank lines are left out. A gzip file is unpacked.</para>
    /// </remarks>
    /// <param name="path">A path relative to the working directory, a full one, or an address.</param>
    /// <param name="options">How the file is written. Default: as most programs write it.</param>
    /// <exception cref="FrameException">There is no such file, the address does not answer, or the content is malformed; it names file, line and column.</exception>
    /// <example><code>
    /// DataFrame data = DataFrame.ReadCsv("uber.csv");
    /// </code></example>
    public static DataFrame ReadCsv(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        using var source = CsvSource.Open(path, options);
        return new CsvTableReader(source, options).Read();
    }

    /// <summary>Reads CSV from a stream, which is left open.</summary>
    /// <param name="stream">The stream, read from where it is to its end.</param>
    /// <param name="options">How it is written. Default: as most programs write it.</param>
    /// <exception cref="FrameException">The content is malformed; it names line and column.</exception>
    public static DataFrame ReadCsv(Stream stream, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        using var source = CsvSource.Of(stream, options);
        return new CsvTableReader(source, options).Read();
    }

    /// <summary>Reads CSV from text, which is left open.</summary>
    /// <param name="reader">The text, read to its end.</param>
    /// <param name="options">How it is written. Default: as most programs write it.</param>
    /// <exception cref="FrameException">The content is malformed; it names line and column.</exception>
    /// <example><code>
    /// DataFrame data = DataFrame.ReadCsv(new StringReader("City,People\nGraz,291000\nLinz,210000"));
    /// </code></example>
    public static DataFrame ReadCsv(TextReader reader, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        options ??= new();
        using var source = CsvSource.Of(reader);
        return new CsvTableReader(source, options).Read();
    }

    /// <summary>Reads a CSV file, or one at an address, without holding a thread while it waits; see <see cref="ReadCsv(string, CsvOptions?)"/>.</summary>
    /// <param name="path">A path relative to the working directory, a full one, or an address.</param>
    /// <param name="options">How the file is written. Default: as most programs write it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FrameException">There is no such file, the address does not answer, or the content is malformed; it names file, line and column.</exception>
    /// <example><code>
    /// DataFrame data = await DataFrame.ReadCsvAsync("uber.csv");
    /// </code></example>
    public static async Task<DataFrame> ReadCsvAsync(string path, CsvOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        using var source = await CsvSource.OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        return await new CsvTableReader(source, options).ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads CSV from a stream, which is left open, without holding a thread while it waits.</summary>
    /// <param name="stream">The stream, read from where it is to its end.</param>
    /// <param name="options">How it is written. Default: as most programs write it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FrameException">The content is malformed; it names line and column.</exception>
    public static async Task<DataFrame> ReadCsvAsync(Stream stream, CsvOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        using var source = await CsvSource.OfAsync(stream, options, cancellationToken).ConfigureAwait(false);
        return await new CsvTableReader(source, options).ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the frame as CSV to a file, in UTF-8.</summary>
    /// <remarks>Null is an empty field and an empty text a quoted one; numbers and dates are written in the invariant culture and read back exactly.</remarks>
    /// <param name="path">The file, which is replaced when it is there.</param>
    /// <example><code>
    /// data.WriteCsv("report.csv");
    /// </code></example>
    public void WriteCsv(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var writer = new StreamWriter(path);
        CsvOutput.Write(this, writer);
    }

    /// <summary>Writes the frame as CSV.</summary>
    /// <param name="writer">Where to; it is left open.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CsvOutput.Write(this, writer);
    }
}
