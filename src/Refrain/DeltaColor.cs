namespace Refrain;

/// <summary>How the change of a metric is coloured.</summary>
public enum DeltaColor
{
    /// <summary>Up is good, down is bad.</summary>
    Normal,

    /// <summary>Up is bad, down is good: costs, errors, waiting.</summary>
    Inverse,

    /// <summary>Neither.</summary>
    Off,
}
