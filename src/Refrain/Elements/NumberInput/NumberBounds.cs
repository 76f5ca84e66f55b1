using System.Numerics;
using System.Text.Json;

namespace Refrain.Elements;

/// <summary>The values a number input can have, and how far its buttons step.</summary>
internal sealed record NumberBounds<T>(string Label, T? Min, T? Max, T Step, string? Placeholder)
    where T : struct, INumber<T>
{
    /// <summary>Throws if no input can be made of this.</summary>
    public void Check(T? start)
    {
        ElementErrors.ThrowIfUnlabelled("NumberInput", Label);
        if (Min is { } min) ElementErrors.ThrowIfUncountable("NumberInput", Label, "min", min);
        if (Max is { } max) ElementErrors.ThrowIfUncountable("NumberInput", Label, "max", max);
        ElementErrors.ThrowIfUncountable("NumberInput", Label, "step", Step);
        if (Min > Max) throw ElementErrors.MinOverMax("NumberInput", Label, Min!.Value, Max!.Value);
        if (Step <= T.Zero) throw ElementErrors.StepNotPositive("NumberInput", Label, Step);
        if (start is not { } value) return;
        ElementErrors.ThrowIfUncountable("NumberInput", Label, "value", value);
        if (value < Min || value > Max) throw ElementErrors.ValueOutside("NumberInput", Label, value, Min, Max);
    }

    /// <summary>What stands in it where the script gives no value: the lower bound, else the value within the bounds that is nearest to 0.</summary>
    public T Start => Min ?? (Max < T.Zero ? Max.Value : T.Zero);

    /// <summary>The nearest value within the bounds.</summary>
    public T Fit(T value) => value < Min ? Min.Value : value > Max ? Max.Value : value;

    /// <summary>Reads what a browser sent; <see langword="null"/> for an emptied input.</summary>
    public T? Read(JsonElement sent)
    {
        if (sent.ValueKind == JsonValueKind.Null) return null;
        var value = Numbers.Read<T>(sent);
        return value < Min || value > Max ? throw Refused.Because($"{Numbers.Written(value)} is outside the bounds") : value;
    }
}
