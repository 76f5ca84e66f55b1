namespace Refrain;

/// <summary>How much a button stands out.</summary>
public enum ButtonStyle
{
    /// <summary>As other buttons do.</summary>
    Secondary,

    /// <summary>As the one thing to do here.</summary>
    Primary,
}
