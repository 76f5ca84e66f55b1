using System.Text.Json.Nodes;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A chart in Vega-Lite; a widget where its selections are returned.</summary>
internal sealed record VegaLiteChart : Element
{
    /// <summary>More rows than these a browser does not draw in time.</summary>
    public const int MostRows = 50_000;

    /// <summary>More values than these it has no room for.</summary>
    public const int MostCells = 1_000_000;

    private readonly SpecText _text;
    private readonly FrameSource? _source;

    public VegaLiteChart(VegaSpec spec, DataFrame? data)
    {
        _text = spec.Text;
        if (data is null)
        {
            Of = _text.Hash;
            return;
        }

        if (data.RowCount > MostRows || (long)data.RowCount * data.Columns.Count > MostCells)
            throw ElementErrors.TooMuchToDraw(data.RowCount, data.Columns.Count);
        _source = new FrameSource(data);
        Of = $"{_text.Hash}-{_source.Id}";
        Data = new SpecData(spec.DataName, _source.Id, data.RowCount, SourceColumn.AllOf(data));
    }

    internal override string Kind => "vegaLiteChart";

    internal override IReadOnlyList<RowSource> Sources => _source is null ? [] : [_source];

    internal override IReadOnlyList<Blob> Blobs => _text.Blobs;

    /// <summary>Names the specification and its data: a selection is made in these.</summary>
    public string Of { get; }

    public JsonObject? Spec => _text.InNode;

    /// <summary>Where a long specification is fetched.</summary>
    public string? Blob => _text.InNode is null ? _text.Hash : null;

    public SpecData? Data { get; }

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The chart in words, for who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The selections that are returned, and their kinds.</summary>
    public IReadOnlyDictionary<string, string>? Select { get; init; }

    /// <summary>Whether what is selected stays as it is.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>The script's data, under the name by which the specification asks for them.</summary>
internal sealed record SpecData(string Name, string Source, long Rows, IReadOnlyList<SourceColumn> Columns);
