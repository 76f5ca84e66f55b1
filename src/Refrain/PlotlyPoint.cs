namespace Refrain;

/// <summary>A point that is selected in a figure of Plotly.</summary>
/// <param name="Trace">The number of its trace, counted from 0.</param>
/// <param name="Index">Its number in the trace, counted from 0.</param>
/// <param name="X">Its <c>x</c>, or of a pie its label: a <c>double</c>, a <c>string</c> or a <c>bool</c>; <see langword="null"/> when the trace names none.</param>
/// <param name="Y">Its <c>y</c>, or of a pie its value; <see langword="null"/> when the trace names none.</param>
public sealed record PlotlyPoint(int Trace, int Index, object? X, object? Y);
