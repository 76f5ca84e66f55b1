namespace Refrain.Load;

/// <summary>What a run found.</summary>
/// <param name="Summary">What was done, in a line.</param>
/// <param name="Violations">Where a rule did not hold.</param>
internal sealed record Outcome(string Summary, IReadOnlyList<string> Violations);
