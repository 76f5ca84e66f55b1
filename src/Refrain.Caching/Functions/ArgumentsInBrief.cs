using System.Globalization;
using Refrain.Caching.Values;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions;

/// <summary>Arguments as people want to see them: <c>"uber.csv", 2026, List&lt;int&gt; of 3</c>.</summary>
internal static class ArgumentsInBrief
{
    private const int LongestText = 40;

    /// <summary>Those that are in the key, in order.</summary>
    internal static string Of<TArgs>(TArgs args)
        where TArgs : struct, ISlot<TArgs>
    {
        var values = new object?[TArgs.Count];
        args.Box(values, 0);
        var marks = new long[TArgs.Count];
        args.Mark(marks, 0);
        return string.Join(", ", values.Where((_, index) => marks[index] != MissLog.NotKeyed).Select(Brief));
    }

    private static string Brief(object? value) => value switch
    {
        null => "null",
        string text => Quoted(text),
        char letter => $"'{letter}'",
        bool truth => truth ? "true" : "false",
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        Enum member => member.ToString(),
        IFormattable number when value.GetType().IsPrimitive || value is decimal or Guid or TimeSpan => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.ICollection items => $"{TypeNames.Display(value.GetType())} of {items.Count.ToString(CultureInfo.InvariantCulture)}",
        _ => TypeNames.Display(value.GetType()),
    };

    private static string Quoted(string text) => text.Length > LongestText ? $"\"{text[..LongestText]}…\"" : $"\"{text}\"";
}
