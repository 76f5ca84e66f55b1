using System.IO.Compression;
using System.Text;

namespace Refrain.Frames.Csv;

/// <summary>The text of a CSV file, and what to call it in errors.</summary>
/// <param name="Text">The text.</param>
/// <param name="Name">The path or address as the user wrote it; null for a stream or reader.</param>
/// <param name="Owned">What to close with it.</param>
internal sealed record CsvSource(TextReader Text, string? Name, params IDisposable[] Owned) : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The stream the text comes from, which counts; null for text given as such.</summary>
    private PeekedStream? Start { get; init; }

    private long? TotalBytes { get; init; }

    /// <summary>How far the reading has come after some rows.</summary>
    internal ReadProgress ProgressAt(long rows) => new(rows, Start?.BytesRead ?? 0, TotalBytes);

    public void Dispose()
    {
        foreach (var owned in Owned)
            owned.Dispose();
    }

    internal static CsvSource Open(string path, CsvOptions options)
    {
        if (CsvAddress.IsOne(path))
        {
            var answer = CsvAddress.Get(path, options.Http);
            return Of(PeekedStream.Of(answer.Content.ReadAsStream()), options, path, CsvAddress.Charset(answer), answer);
        }

        var file = OpenFile(path, FileOptions.SequentialScan);
        return Of(PeekedStream.Of(file), options, path, charset: null, file);
    }

    internal static async Task<CsvSource> OpenAsync(string path, CsvOptions options, CancellationToken cancellationToken)
    {
        if (CsvAddress.IsOne(path))
        {
            var answer = await CsvAddress.GetAsync(path, options.Http, cancellationToken).ConfigureAwait(false);
            var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var start = await PeekedStream.OfAsync(body, cancellationToken).ConfigureAwait(false);
            return Of(start, options, path, CsvAddress.Charset(answer), answer);
        }

        var file = OpenFile(path, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return Of(await PeekedStream.OfAsync(file, cancellationToken).ConfigureAwait(false), options, path, charset: null, file);
    }

    internal static CsvSource Of(Stream stream, CsvOptions options) => Of(PeekedStream.Of(stream), options, name: null, charset: null);

    internal static async Task<CsvSource> OfAsync(Stream stream, CsvOptions options, CancellationToken cancellationToken) =>
        Of(await PeekedStream.OfAsync(stream, cancellationToken).ConfigureAwait(false), options, name: null, charset: null);

    internal static CsvSource Of(TextReader reader) => new(reader, null);

    private static CsvSource Of(PeekedStream start, CsvOptions options, string? name, Encoding? charset, params IDisposable[] owned)
    {
        Stream content = start.StartsWithGzip ? new GZipStream(start, CompressionMode.Decompress, leaveOpen: true) : start;
        var text = new StreamReader(content, options.Encoding ?? charset ?? StrictUtf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        return new(text, name, [text, content, .. owned]) { Start = start, TotalBytes = LengthOf(owned) };
    }

    /// <summary>How long the file or the answer is that is read, when it says so.</summary>
    private static long? LengthOf(IDisposable[] owned) => owned.FirstOrDefault() switch
    {
        FileStream file => file.Length,
        HttpResponseMessage answer => answer.Content.Headers.ContentLength,
        _ => null,
    };

    private static FileStream OpenFile(string path, FileOptions options)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw CsvErrors.IsFolder(path, full);
        if (!File.Exists(full))
            throw CsvErrors.NoFile(path, full);
        try
        {
            return new(full, new FileStreamOptions { Options = options, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 1 << 16 });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CsvErrors.CannotRead(path, full, error);
        }
    }
}
