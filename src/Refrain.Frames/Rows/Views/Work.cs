namespace Refrain.Frames.Rows.Views;

/// <summary>A part of a long work: it says how far it is and whether it is still wanted.</summary>
/// <param name="Report">Told the part of the whole that is done.</param>
/// <param name="From">Where in the whole this part begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Token">Cancelled when nobody waits any more.</param>
internal sealed record Work(Action<double>? Report, double From, double To, CancellationToken Token)
{
    /// <summary>So many rows are looked at between two questions whether the work is still wanted: some milliseconds.</summary>
    internal const int Block = 1 << 18;

    /// <summary>A share of this part, as a part of its own.</summary>
    internal Work Part(double from, double to) => this with { From = At(from), To = At(to) };

    /// <summary>So much of this part is done.</summary>
    internal void Reached(double share)
    {
        Token.ThrowIfCancellationRequested();
        Report?.Invoke(At(share));
    }

    private double At(double share) => From + ((To - From) * share);
}
