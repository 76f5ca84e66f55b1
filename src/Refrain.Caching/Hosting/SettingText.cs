using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Hosting;

/// <summary>How a kind of setting is written.</summary>
/// <param name="Name">What it is, for messages.</param>
/// <param name="Allowed">How it is written, for messages.</param>
/// <param name="TryParse">Reads it.</param>
internal sealed record SettingText<T>(string Name, string Allowed, SettingText<T>.Parser TryParse)
{
    internal delegate bool Parser(string text, [MaybeNullWhen(false)] out T value);
}

/// <summary>The kinds of settings there are.</summary>
internal static class SettingText
{
    private const string Times = "\"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23)";

    internal static readonly SettingText<TimeSpan> Time = new("duration", Times, Duration.TryParse);

    internal static readonly SettingText<TimeSpan?> OptionalTime = new("duration", Times, TryTime);

    internal static readonly SettingText<TimeSpan?> TimeOrNone = new("duration", $"{Times}, or \"none\" for ever",
        (string text, out TimeSpan? value) => IsNone(text, Timeout.InfiniteTimeSpan, out value) || TryTime(text, out value));

    internal static readonly SettingText<TimeSpan?> Seconds = new("number of seconds", "0 or more", TrySeconds);

    internal static readonly SettingText<int?> CountOrNone = new("number of entries", "1 or more, or \"none\" for any number",
        (string text, out int? value) => IsNone(text, int.MaxValue, out value) || TryCount(text, out value));

    internal static readonly SettingText<long?> SizeOrNone = new("size", "\"64KB\", \"512MB\" or \"1.5GB\", or \"none\" for any",
        (string text, out long? value) => IsNone(text, long.MaxValue, out value) || TrySize(text, out value));

    internal static readonly SettingText<long?> Memory = new("amount of memory", "\"4GB\", \"50%\" of what the process may use, or \"none\" for no limit", TryMemory);

    internal static readonly SettingText<bool?> YesOrNo = new("yes or no", "\"true\" or \"false\"", TryYesOrNo);

    internal static readonly SettingText<Persist?> Place = new("place", "\"None\" or \"Disk\"", TryPlace);

    internal static readonly SettingText<CultureInfo> Culture = new("culture", "a name such as \"de-DE\"", TryCulture);

    private static bool IsNone<T>(string text, T none, out T? value)
        where T : struct
    {
        value = none;
        return text.Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool TryTime(string text, out TimeSpan? value)
    {
        var read = Duration.TryParse(text, out var time);
        value = time;
        return read;
    }

    private static bool TrySeconds(string text, out TimeSpan? value)
    {
        var read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= 0 && seconds <= TimeSpan.MaxValue.TotalSeconds / 2;
        value = read ? TimeSpan.FromSeconds(seconds) : null;
        return read;
    }

    private static bool TryCount(string text, out int? value)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        value = count;
        return read;
    }

    private static bool TrySize(string text, out long? value)
    {
        var read = ByteSize.TryParse(text, out var bytes);
        value = bytes;
        return read;
    }

    private static bool TryMemory(string text, out long? value)
    {
        value = null;
        if (text.Equals("none", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!text.EndsWith('%'))
            return TrySize(text, out value);
        if (!double.TryParse(text.AsSpan(..^1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) || share is <= 0 or > 100)
            return false;
        value = (long)(CacheBudget.Available * (share / 100));
        return true;
    }

    private static bool TryYesOrNo(string text, out bool? value)
    {
        var read = bool.TryParse(text, out var yes);
        value = yes;
        return read;
    }

    private static bool TryPlace(string text, out Persist? value)
    {
        var read = Enum.TryParse<Persist>(text, ignoreCase: true, out var place) && Enum.IsDefined(place) && !char.IsDigit(text[0]);
        value = place;
        return read;
    }

    private static bool TryCulture(string text, [MaybeNullWhen(false)] out CultureInfo value)
    {
        try
        {
            value = CultureInfo.GetCultureInfo(text, predefinedOnly: true);
            return true;
        }
        catch (CultureNotFoundException)
        {
            value = null;
            return false;
        }
    }
}
