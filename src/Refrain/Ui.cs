namespace Refrain;

/// <summary>The page, as a script sees it.</summary>
public static partial class Ui
{
    /// <summary>Where elements are drawn now.</summary>
    private static Container Current => throw new NotSupportedException();
}
