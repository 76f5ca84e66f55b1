using System.Globalization;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Csv;

/// <summary>Every error of reading CSV, so that they speak with one voice: where, what, what to do.</summary>
internal static class CsvErrors
{
    internal static FrameException NoFile(string path, string full)
    {
        var folder = Path.GetDirectoryName(full);
        var near = Directory.Exists(folder)
            ? Nearest.To(Path.GetFileName(full), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Take(1000))
            : null;
        var hint = near is null ? "" : $" Did you mean '{near}'?";
        return new("RFN0220", $"no file '{path}': looked for '{full}' (the working directory is '{Environment.CurrentDirectory}').{hint}", new FileNotFoundException(null, full))
        {
            Path = path,
        };
    }

    internal static FrameException IsFolder(string path, string full) =>
        new("RFN0220", $"'{path}' is a folder ('{full}'); name a file in it.") { Path = path };

    internal static FrameException CannotRead(string? name, string full, Exception inner) =>
        new("RFN0228", $"cannot read '{full}': {inner.Message}", inner) { Path = name };

    internal static FrameException Refused(string address, int status, string? reason) =>
        new("RFN0221", $"{address} answered {status} {reason}; check the address, and whether it needs credentials (CsvOptions.Http).") { Path = address };

    internal static FrameException CannotReach(string address, Exception inner) =>
        new("RFN0221", $"cannot fetch {address}: {inner.Message}", inner) { Path = address };

    internal static FrameException Ragged(string? name, int line, int fields, IReadOnlyList<string> names) =>
        new("RFN0222", $"{Where(name, line)}: this row has {Fields(fields)}, but there are {names.Count.ToString(CultureInfo.InvariantCulture)} columns "
            + $"({FrameErrors.Names(names)}). Quote fields that contain the separator, or name the right one with CsvOptions.Separator.")
        {
            Path = name,
            Line = line,
        };

    internal static FrameException NeverClosed(string? name, int line, string column) =>
        new("RFN0223", $"{Where(name, line)}, column '{column}': the quote that opens here is never closed. Close it, or double a quote that stands for itself.")
        {
            Path = name,
            Line = line,
            Column = column,
        };

    internal static FrameException BadQuote(string? name, int line, string column, string field) =>
        new("RFN0223", $"{Where(name, line)}, column '{column}': {Shown(field)} has text outside its quotes. A quoted field begins and ends with a quote, and a quote in it is doubled.")
        {
            Path = name,
            Line = line,
            Column = column,
        };

    internal static FrameException EmptyHeader(string? name, int line, int position) =>
        new("RFN0224", $"{Where(name, line)}: column {Number(position + 1)} has no name in the header. Give it one there, or give all names with CsvOptions.Names.")
        {
            Path = name,
            Line = line,
        };

    internal static FrameException DuplicateHeader(string? name, int line, string column, int first, int second) =>
        new("RFN0224", $"{Where(name, line)}: the header has '{column}' twice, for columns {Number(first + 1)} and {Number(second + 1)}. "
            + "Rename one there, or give all names with CsvOptions.Names.")
        {
            Path = name,
            Line = line,
            Column = column,
        };

    internal static FrameException WrongNames(string? name, int line, int given, int fields) =>
        new("RFN0224", $"{Where(name, line)}: CsvOptions.Names has {Number(given)} names, but there are {Fields(fields)}. Name every column.") { Path = name, Line = line };

    internal static FrameException NotOfType(string? name, int line, string column, string field, Type type) =>
        new("RFN0225", $"{Where(name, line)}, column '{column}': {Shown(field)} is no {ColumnTypes.Name(type)}. Correct the file, add the text to CsvOptions.NullValues, "
            + "or give the column another type in CsvOptions.Types.")
        {
            Path = name,
            Line = line,
            Column = column,
        };

    internal static FrameException NotInEncoding(string? name, int line, string encoding, Exception? inner) =>
        new("RFN0226", $"{Where(name, line)} or soon after: the bytes are not {encoding}. Say which encoding it is, for example CsvOptions {{ Encoding = Encoding.Latin1 }}.", inner)
        {
            Path = name,
            Line = line,
        };

    internal static FrameException Empty(string? name) =>
        new("RFN0227", $"{name ?? "the CSV text"} is empty; it needs a header line, or names by CsvOptions.Names.") { Path = name };

    internal static FrameException NotJson(string? name, int line, string what, Exception? inner = null) =>
        new("RFN0229", $"{Where(name, line)}: {what} Each line is one JSON object, such as {{\"City\":\"Graz\",\"People\":291000}}.", inner)
        {
            Path = name,
            Line = line,
        };

    private static string Where(string? name, int line) => name is null ? $"line {Number(line)}" : $"{name}, line {Number(line)}";

    private static string Fields(int count) => count == 1 ? "1 field" : $"{Number(count)} fields";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shown(string field)
    {
        var line = field.ReplaceLineEndings("⏎");
        return line.Length <= 40 ? $"'{line}'" : $"'{line[..40]}…'";
    }
}
