using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Refrain.Elements;

/// <summary>The members of an enum as options of a select box, in the order of their values.</summary>
internal static class EnumOptions<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The members, each value once.</summary>
    public static TEnum[] Values { get; } = [.. Enum.GetValues<TEnum>().Distinct()];

    /// <summary>A member's name for readers: its <c>[Display(Name = …)]</c>, its <c>[Description(…)]</c>, or else as it is written.</summary>
    public static string Text(TEnum value)
    {
        var name = value.ToString();
        var member = typeof(TEnum).GetField(name);
        return member?.GetCustomAttribute<DisplayAttribute>()?.GetName()
            ?? member?.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? name;
    }

    /// <summary>Where a value stands among the options.</summary>
    public static int? IndexOf(string label, TEnum? value)
    {
        if (value is not { } some) return null;
        var index = Array.IndexOf(Values, some);
        if (index >= 0) return index;

        // An enum without a member for 0 still has 0 as its default; what is meant then is the first member.
        if (Values.Length == 0 || EqualityComparer<TEnum>.Default.Equals(some, default)) return 0;
        throw ElementErrors.NotAnOption(label, some.ToString(), Values.Select(option => option.ToString()));
    }
}
