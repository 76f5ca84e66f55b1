using Refrain.Caching.Functions.Doors;

namespace Refrain.Caching.Functions;

/// <content>Options given as an object, to a function without an attribute.</content>
internal sealed partial record FunctionOptions
{
    /// <summary>Nobody lives to see the end of this; what is beyond is taken for it, so that times can be added.</summary>
    private static readonly TimeSpan Longest = TimeSpan.MaxValue / 4;

    internal static FunctionOptions From(CachedFunctionOptions options, string function)
    {
        if (!options.ShowSpinner && options.Spinner is not null)
            throw Wrong(function, "RFN0141", "Spinner", "has a Spinner text and ShowSpinner = false; remove one of them");
        if (options.MaxEntries <= 0)
            throw Wrong(function, "RFN0142", "MaxEntries", $"has MaxEntries = {options.MaxEntries}; it must be 1 or more, or left out for no limit");
        if (options.MaxSize <= 0)
            throw Wrong(function, "RFN0146", "MaxSize", $"has MaxSize = {options.MaxSize}; it must be more than nothing, or left out for no limit");

        var persist = (options as CacheDataOptions)?.Persist ?? Persist.None;
        if (persist == Persist.Disk && options.Scope == CacheScope.Session)
            throw PersistedSession(function);
        if (persist == Persist.Disk && options.AllowWidgets)
            throw PersistedWidgets(function);

        var resource = options as CacheResourceOptions;
        return new FunctionOptions
        {
            IsResource = resource is not null,
            Ttl = options.Ttl is { } ttl ? Checked(ttl, "Ttl", function) : null,
            StaleFor = Checked(options.StaleFor, "StaleFor", function),
            MaxEntries = options.MaxEntries,
            MaxSize = options.MaxSize,
            Spinner = options.ShowSpinner ? options.Spinner ?? $"Running `{function}(...)`" : null,
            ShowTime = options.ShowTime,
            Scope = options.Scope,
            AllowWidgets = options.AllowWidgets,
            Tags = options.Tags.Count == 0 ? NoTags : [.. options.Tags],
            Persist = persist,
            Validate = CodeOf(resource?.Validate, "Validate", function),
            OnRelease = CodeOf(resource?.OnRelease, "OnRelease", function),
        };
    }

    /// <summary>The name of the first option in which both differ, as a user knows it; <see langword="null"/> when they are the same.</summary>
    internal string? DifferenceTo(FunctionOptions other)
    {
        (string Name, bool IsSame)[] options =
        [
            (nameof(Ttl), Ttl == other.Ttl),
            (nameof(StaleFor), StaleFor == other.StaleFor),
            (nameof(MaxEntries), MaxEntries == other.MaxEntries),
            (nameof(MaxSize), MaxSize == other.MaxSize),
            (nameof(Spinner), Spinner == other.Spinner),
            (nameof(ShowTime), ShowTime == other.ShowTime),
            (nameof(Scope), Scope == other.Scope),
            (nameof(AllowWidgets), AllowWidgets == other.AllowWidgets),
            (nameof(Persist), Persist == other.Persist),
            (nameof(Validate), Validate == other.Validate),
            (nameof(OnRelease), OnRelease == other.OnRelease),
            (nameof(Tags), Tags.SequenceEqual(other.Tags)),
        ];
        return options.FirstOrDefault(option => !option.IsSame).Name;
    }

    private static TimeSpan Checked(TimeSpan time, string option, string function) => time >= TimeSpan.Zero
        ? time < Longest ? time : Longest
        : throw Wrong(function, "RFN0143", option, $"has {option} = {time}; it must be zero or more{(option == "Ttl" ? ", or left out to keep entries for ever" : "")}");

    /// <summary>A callback counts by its code. It is not kept here, where it would keep replaced code loaded.</summary>
    private static string? CodeOf(Delegate? callback, string option, string function)
    {
        DoorCheck.RefuseCapture(callback, option, function);
        return callback is null ? null : CodeFingerprint.Of(callback.Method).Digest;
    }
}
