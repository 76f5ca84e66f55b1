using System.Text.Json.Nodes;
using Refrain.Pages;

namespace Refrain.Elements;

/// <summary>A figure of Plotly; a widget where its points can be selected.</summary>
internal sealed record PlotlyChart : Element
{
    private readonly SpecText _text;

    public PlotlyChart(SpecText text) => _text = text;

    internal override string Kind => "plotlyChart";

    internal override IReadOnlyList<Blob> Blobs => _text.Blobs;

    /// <summary>Names the figure: a selection is made in it.</summary>
    public string Of => _text.Hash;

    public JsonObject? Spec => _text.InNode;

    /// <summary>Where a long figure is fetched.</summary>
    public string? Blob => _text.InNode is null ? _text.Hash : null;

    /// <summary>In pixels.</summary>
    public int? Height { get; init; }

    /// <summary>The chart in words, for who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>Whether the points that are selected are returned.</summary>
    public bool? Select { get; init; }

    /// <summary>Whether what is selected stays as it is.</summary>
    public bool? Disabled { get; init; }
}
