using System.Text.Json;
using Refrain.Frames.Columns;
using Refrain.Frames.Csv;

namespace Refrain.Frames.Json;

/// <summary>Reads a table from lines of JSON: fields are kept as text with what kind they were, and typed when all of a column is known.</summary>
internal sealed class JsonTableReader(CsvSource source)
{
    private static readonly CsvOptions Invariant = new();

    private readonly Dictionary<string, Field> _byName = new(StringComparer.Ordinal);
    private readonly List<Field> _fields = [];
    private int _rows;

    internal DataFrame Read()
    {
        var line = 1;
        try
        {
            for (; source.Text.ReadLine() is { } text; line++)
            {
                if (!string.IsNullOrWhiteSpace(text))
                    Add(text, line);
            }
        }
        catch (Exception error) when (error is System.Text.DecoderFallbackException)
        {
            throw CsvErrors.NotInEncoding(source.Name, line, "UTF-8", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or InvalidDataException)
        {
            throw CsvErrors.CannotRead(source.Name, source.Name ?? "the stream", error);
        }

        return new DataFrame(_fields.Select(field => field.Build(_rows)));
    }

    private void Add(string text, int line)
    {
        using var document = Parse(text, line);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw CsvErrors.NotJson(source.Name, line, $"this is {document.RootElement.ValueKind}, and no object.");
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (!_byName.TryGetValue(member.Name, out var field))
            {
                if (member.Name.Length == 0)
                    throw CsvErrors.NotJson(source.Name, line, "a member has no name.");
                field = new(member.Name);
                _byName.Add(member.Name, field);
                _fields.Add(field);
            }

            if (!field.TryAdd(_rows, member.Value))
                throw CsvErrors.NotJson(source.Name, line, $"'{member.Name}' is there twice.");
        }

        _rows++;
    }

    private JsonDocument Parse(string text, int line)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            throw CsvErrors.NotJson(source.Name, line, "this is no JSON.", error);
        }
    }

    /// <summary>One column while it is read.</summary>
    private sealed class Field(string name)
    {
        private static readonly string[] Dates = ["yyyy-MM-dd"];
        private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

        private readonly TextBuilder _texts = new(name);
        private bool _hasStrings;
        private bool _hasNumbers;
        private bool _hasTruths;
        private bool _hasOthers;

        /// <summary>Adds the value of a row; rows without one before it are null. False when the row has one.</summary>
        internal bool TryAdd(int row, JsonElement value)
        {
            if (_texts.Length > row)
                return false;
            Fill(row);
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    _texts.AddNull();
                    return true;
                case JsonValueKind.String:
                    _hasStrings = true;
                    _texts.Add(value.GetString());
                    return true;
                case JsonValueKind.Number:
                    _hasNumbers = true;
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    _hasTruths = true;
                    break;
                default:
                    _hasOthers = true;
                    break;
            }

            _texts.Add(value.GetRawText());
            return true;
        }

        internal Column Build(int rows)
        {
            Fill(rows);
            var text = _texts.BuildText();
            var typed = (_hasStrings, _hasNumbers, _hasTruths, _hasOthers) switch
            {
                (false, true, false, false) or (false, false, true, false) => new ColumnInference(Invariant).Infer(text),
                (true, false, false, false) => ColumnInference.Try<DateOnly, DateParser>(text, new(Dates, Invariant.Culture), out _)
                    ?? ColumnInference.Try<DateTime, DateTimeParser>(text, new(Times, Invariant.Culture), out _)
                    ?? text,
                _ => text,
            };
            return typed == text ? text.Encoded() : typed;
        }

        private void Fill(int rows)
        {
            while (_texts.Length < rows)
                _texts.AddNull();
        }
    }
}
