using System.Globalization;
using CsvHelper;
using Refrain.Frames.Columns;

namespace Refrain.Frames.Csv;

/// <summary>Takes records from the parser and keeps the fields of the wanted columns as text.</summary>
internal sealed class CsvRows(string? file, CsvOptions options, char separator)
{
    private readonly HashSet<string> _nulls = [.. options.NullValues];
    private readonly int _longestNull = options.NullValues.Select(text => text.Length).DefaultIfEmpty(-1).Max();
    private readonly LineNumbers _lines = new();
    private string[]? _names;
    private TextBuilder[] _fields = [];
    private int[] _wanted = [];
    private int _line = 1;
    private int _nextLine = 1;
    private int _current;

    /// <summary>The parser whose current record is taken; set once it exists, since it needs <see cref="CheckBadField"/> first.</summary>
    internal CsvParser Parser { get; set; } = null!;

    /// <summary>Takes the parser's current record: the header first, then rows.</summary>
    internal void Add()
    {
        (_line, _nextLine, _current) = (_nextLine, Parser.RawRow + 1, 0);
        if (Parser.Count == 1 && Parser[0].Length == 0 && IsBlankLine())
            return;
        if (_names is null)
            Begin();
        else
            AddRow();
    }

    /// <summary>Types the columns.</summary>
    internal DataFrame Build()
    {
        if (_names is null)
        {
            if (options.Names is null)
                throw CsvErrors.Empty(file);
            Begin([.. options.Names]);
        }

        var inference = new ColumnInference(options);
        var columns = new Column?[_fields.Length];
        var wrong = new int[_fields.Length];
        Parallel.For(0, columns.Length, i => columns[i] = Typed(_fields[i].BuildText(), inference, out wrong[i]));
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is null)
                throw NotOfType(_fields[i].BuildText(), wrong[i]);
        }

        return new DataFrame(columns!);
    }

    /// <summary>Says what is wrong with a field the parser finds malformed. Quotes in the middle of an unquoted one are let be.</summary>
    internal void CheckBadField(string field, string record)
    {
        var text = field.AsSpan().TrimStart(' ');
        if (!text.StartsWith(options.Quote))
            return;
        var name = _names is not null && _current < _names.Length ? _names[_current] : string.Create(CultureInfo.InvariantCulture, $"{_current + 1}");
        var quotes = text.Count(options.Quote);
        throw quotes % 2 == 1 && record.EndsWith(field, StringComparison.Ordinal)
            ? CsvErrors.NeverClosed(file, _line, name)
            : CsvErrors.BadQuote(file, _line, name, field);
    }

    private void Begin()
    {
        var fields = new string[Parser.Count];
        for (_current = 0; _current < fields.Length; _current++)
            fields[_current] = Parser[_current].Trim();
        if (options.Names is { } given)
        {
            if (given.Count != fields.Length)
                throw CsvErrors.WrongNames(file, _line, given.Count, fields.Length);
            Begin([.. given]);
        }
        else
        {
            Begin(options.HasHeader ? Header(fields) : [.. fields.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"Column{i + 1}"))]);
        }

        if (!options.HasHeader)
            AddRow();
    }

    private void Begin(string[] names)
    {
        _names = names;
        var known = new ColumnNames(names);
        _wanted = options.Columns is { } wanted ? [.. wanted.Select(known.Find)] : [.. Enumerable.Range(0, names.Length)];
        foreach (var (name, type) in options.Types ?? new Dictionary<string, Type>())
        {
            known.Find(name);
            _ = ColumnFactory.Builder(name, Nullable.GetUnderlyingType(type) ?? type);
        }

        _fields = [.. _wanted.Select(index => new TextBuilder(names[index]))];
    }

    private string[] Header(string[] fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Length == 0)
                throw CsvErrors.EmptyHeader(file, _line, i);
            var first = Array.IndexOf(fields, fields[i]);
            if (first < i)
                throw CsvErrors.DuplicateHeader(file, _line, fields[i], first, i);
        }

        return fields;
    }

    private void AddRow()
    {
        if (Parser.Count != _names!.Length)
        {
            CheckAllFields();
            throw CsvErrors.Ragged(file, _line, Parser.Count, _names);
        }

        var record = default(string);
        for (var i = 0; i < _wanted.Length; i++)
        {
            _current = _wanted[i];
            var field = Parser[_current];
            var text = options.Trim ? field.AsSpan().Trim() : field;
            if (text.Length <= _longestNull && _nulls.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text) && !CsvLine.IsQuoted(record ??= Parser.RawRecord, _current, separator, options.Quote))
                _fields[i].AddNull();
            else
                _fields[i].Add(text);
        }

        _lines.Next(_line);
    }

    /// <summary>A record with a quote that is never closed has too few fields; the quote is the better thing to name.</summary>
    private void CheckAllFields()
    {
        for (_current = 0; _current < Parser.Count; _current++)
            _ = Parser[_current];
    }

    /// <summary>A line without any character is no row, except where there is one column only: there it is a null.</summary>
    private bool IsBlankLine() => _names is not { Length: 1 } && Parser.RawRecord.AsSpan().Trim("\r\n").IsEmpty;

    private Column? Typed(TextColumn text, ColumnInference inference, out int wrong)
    {
        wrong = -1;
        var typed = options.Types is not null && options.Types.TryGetValue(text.Name!, out var type) ? inference.Parse(text, type, out wrong) : inference.Infer(text);
        return typed == text ? text.Encoded() : typed;
    }

    private FrameException NotOfType(TextColumn text, int row) =>
        CsvErrors.NotOfType(file, _lines.Of(row), text.Name!, text.ReadAt(row)!, options.Types![text.Name!]);
}
