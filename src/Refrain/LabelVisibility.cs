namespace Refrain;

/// <summary>Whether a widget's label is seen.</summary>
public enum LabelVisibility
{
    /// <summary>Seen.</summary>
    Visible,

    /// <summary>Only its room is kept; screen readers still say it.</summary>
    Hidden,

    /// <summary>Its room is given up; screen readers still say it.</summary>
    Collapsed,
}
