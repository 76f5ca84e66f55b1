using Refrain.Frames.Csv;
using Refrain.Frames.Json;

namespace Refrain;

public sealed partial class DataFrame
{
    /// <summary>Reads JSON lines: one object a line, whose members are the columns. The path may be an <c>http</c> or <c>https</c> address; gzip is unpacked.</summary>
    /// <remarks>Columns stand in the order in which they first appear; a member that a line lacks is null. Numbers become <c>int</c>, <c>long</c>, <c>double</c> or <c>decimal</c>, as
    /// all of a column fit; text that is an ISO date throughout becomes <c>DateOnly</c> or <c>DateTime</c>; lists, objects and what is mixed become text. Blank lines are left out.</remarks>
    /// <param name="path">A path relative to the working directory, a full one, or an address.</param>
    /// <exception cref="FrameException">There is no such file, the address does not answer, or a line is no JSON object; it names file and line.</exception>
    /// <example><code>
    /// DataFrame data = DataFrame.ReadJsonLines("rides.jsonl");
    /// </code></example>
    public static DataFrame ReadJsonLines(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var source = CsvSource.Open(path, new());
        return new JsonTableReader(source).Read();
    }

    /// <summary>Reads JSON lines from text, which is left open; see <see cref="ReadJsonLines(string)"/>.</summary>
    /// <param name="reader">The text, read to its end.</param>
    /// <exception cref="FrameException">A line is no JSON object; it names the line.</exception>
    public static DataFrame ReadJsonLines(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        using var source = CsvSource.Of(reader);
        return new JsonTableReader(source).Read();
    }

    /// <summary>Writes the frame as JSON lines to a file, in UTF-8: one object a line.</summary>
    /// <remarks>Dates are ISO text and lengths of time as .NET writes them; NaN and the infinities, which JSON does not have, are null.</remarks>
    /// <param name="path">The file, which is replaced when it is there.</param>
    /// <example><code>
    /// data.WriteJsonLines("rides.jsonl");
    /// </code></example>
    public void WriteJsonLines(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var writer = new StreamWriter(path);
        JsonOutput.WriteLines(this, writer);
    }

    /// <summary>Writes the frame as JSON lines; see <see cref="WriteJsonLines(string)"/>.</summary>
    /// <param name="writer">Where to; it is left open.</param>
    public void WriteJsonLines(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonOutput.WriteLines(this, writer);
    }

    /// <summary>Writes the frame as a JSON array of objects to a file, in UTF-8; values are written as <see cref="WriteJsonLines(string)"/> does.</summary>
    /// <param name="path">The file, which is replaced when it is there.</param>
    /// <example><code>
    /// data.WriteJson("rides.json");
    /// </code></example>
    public void WriteJson(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var writer = new StreamWriter(path);
        JsonOutput.WriteArray(this, writer);
    }

    /// <summary>Writes the frame as a JSON array of objects.</summary>
    /// <param name="writer">Where to; it is left open.</param>
    public void WriteJson(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonOutput.WriteArray(this, writer);
    }
}
