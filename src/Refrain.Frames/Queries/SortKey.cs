namespace Refrain.Frames.Queries;

/// <summary>One column of an order.</summary>
internal readonly record struct SortKey(string Column, bool Descending);
