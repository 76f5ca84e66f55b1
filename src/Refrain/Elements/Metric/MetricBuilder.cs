using System.Runtime.CompilerServices;
using Refrain.Elements;

namespace Refrain;

public abstract partial class Container
{
    /// <summary>One figure in large letters, with how it changed.</summary>
    /// <param name="label">What the figure is.</param>
    /// <param name="value">The figure; numbers are written in groups of three, <see langword="null"/> as a dash.</param>
    /// <param name="delta">How it changed, with an arrow by its sign; text beginning with <c>-</c> points down. Default: nothing.</param>
    /// <param name="deltaColor">Whether up is good. Default: it is.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <example><code>
    /// Ui.Metric("Pickups", 1_204_310, delta: -3_120);
    /// </code></example>
    public void Metric(
        string label, object? value, object? delta = null, DeltaColor deltaColor = DeltaColor.Normal,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Draw(Elements.Metric.Of(label, value, delta, deltaColor), new(file, line));
}

public static partial class Ui
{
    /// <inheritdoc cref="Container.Metric(string, object?, object?, DeltaColor, string, int)"/>
    public static void Metric(
        string label, object? value, object? delta = null, DeltaColor deltaColor = DeltaColor.Normal,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Current.Metric(label, value, delta, deltaColor, file, line);
}
