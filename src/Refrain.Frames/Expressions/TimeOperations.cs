namespace Refrain.Frames.Expressions;

/// <summary>Dates and the lengths of time after them.</summary>
internal readonly struct LaterTimes : IOperation<DateTime, TimeSpan, DateTime>
{
    public static void Apply(ReadOnlySpan<DateTime> left, ReadOnlySpan<TimeSpan> right, Span<DateTime> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = left[i] + right[i];
    }
}

/// <summary>Dates and the lengths of time before them.</summary>
internal readonly struct EarlierTimes : IOperation<DateTime, TimeSpan, DateTime>
{
    public static void Apply(ReadOnlySpan<DateTime> left, ReadOnlySpan<TimeSpan> right, Span<DateTime> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = left[i] - right[i];
    }
}

/// <summary>The lengths of time from the right dates to the left ones.</summary>
internal readonly struct TimesBetween : IOperation<DateTime, DateTime, TimeSpan>
{
    public static void Apply(ReadOnlySpan<DateTime> left, ReadOnlySpan<DateTime> right, Span<TimeSpan> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = left[i] - right[i];
    }
}

/// <summary>Sums of lengths of time.</summary>
internal readonly struct LongerSpans : IOperation<TimeSpan, TimeSpan, TimeSpan>
{
    public static void Apply(ReadOnlySpan<TimeSpan> left, ReadOnlySpan<TimeSpan> right, Span<TimeSpan> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = left[i] + right[i];
    }
}

/// <summary>Differences of lengths of time.</summary>
internal readonly struct ShorterSpans : IOperation<TimeSpan, TimeSpan, TimeSpan>
{
    public static void Apply(ReadOnlySpan<TimeSpan> left, ReadOnlySpan<TimeSpan> right, Span<TimeSpan> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = left[i] - right[i];
    }
}
