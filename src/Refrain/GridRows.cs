namespace Refrain;

/// <summary>Whether rows of a data editor can be added and deleted.</summary>
public enum GridRows
{
    /// <summary>The rows are as they are; only cells are edited.</summary>
    Fixed,

    /// <summary>Rows can be added at the end and deleted anywhere.</summary>
    Dynamic,
}
