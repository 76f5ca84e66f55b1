using System.Numerics;
using System.Text.Json;

namespace Refrain.Elements;

/// <summary>The values a slider can have: from the lower bound by steps, and the upper bound.</summary>
internal sealed record SliderScale<T>(string Label, T Min, T Max, T Step)
    where T : struct, INumber<T>
{
    // A browser computes min + n × step in its own order; what it rounds is far smaller than this part of a step.
    private const double Tolerance = 1e-6;

    /// <summary>Throws if no slider can be made of this.</summary>
    public void Check()
    {
        ElementErrors.ThrowIfUnlabelled("Slider", Label);
        ElementErrors.ThrowIfUncountable("Slider", Label, "min", Min);
        ElementErrors.ThrowIfUncountable("Slider", Label, "max", Max);
        ElementErrors.ThrowIfUncountable("Slider", Label, "step", Step);
        if (Min > Max) throw ElementErrors.MinOverMax("Slider", Label, Min, Max);
        if (Step <= T.Zero) throw ElementErrors.StepNotPositive("Slider", Label, Step);
    }

    /// <summary>Throws if a default value lies outside the bounds.</summary>
    public void CheckDefault(T value)
    {
        if (!(value >= Min && value <= Max)) throw ElementErrors.ValueOutside("Slider", Label, value, Min, Max);
    }

    /// <summary>The nearest value within the bounds.</summary>
    public T Fit(T value) => T.Clamp(value, Min, Max);

    /// <summary>Reads what a browser sent. <paramref name="start"/> is allowed though it may lie between two steps.</summary>
    public T Read(JsonElement sent, T start)
    {
        var value = Numbers.Read<T>(sent);
        if (value == start || value == Max) return value;
        return OnGrid(value) ?? throw Refused.Because(
            $"{Numbers.Written(value)} is not between {Numbers.Written(Min)} and {Numbers.Written(Max)} by steps of {Numbers.Written(Step)}");
    }

    private T? OnGrid(T value)
    {
        var (min, max, step) = (double.CreateChecked(Min), double.CreateChecked(Max), double.CreateChecked(Step));
        var sent = double.CreateChecked(value);
        var slack = step * Tolerance;
        if (sent < min - slack || sent > max + slack) return null;
        var grid = min + (Math.Round((sent - min) / step) * step);
        if (Math.Abs(grid - sent) > Math.Max(slack, Math.BitIncrement(Math.Abs(sent)) - Math.Abs(sent)))
            return Math.Abs(sent - max) <= slack ? Max : null;
        if (typeof(T) != typeof(double)) return value;
        var rounded = Math.Round(grid, Numbers.Decimals(Min, Step));
        return Fit(T.CreateChecked(rounded));
    }
}
