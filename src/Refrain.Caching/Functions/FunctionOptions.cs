using Refrain.Caching.Lifetimes;

namespace Refrain.Caching.Functions;

/// <summary>The options of a cached function, read from its attribute or the object it was given, and checked.</summary>
internal sealed partial record FunctionOptions
{
    private static readonly string[] NoTags = [];

    public required bool IsResource { get; init; }

    public TimeSpan? Ttl { get; init; }

    public TimeSpan StaleFor { get; init; }

    public int? MaxEntries { get; init; }

    public long? MaxSize { get; init; }

    /// <summary>What a page shows while the function runs; <see langword="null"/> for nothing.</summary>
    public string? Spinner { get; init; }

    public bool ShowTime { get; init; }

    public CacheScope Scope { get; init; }

    public bool AllowWidgets { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = NoTags;

    /// <summary>Where entries are kept beside memory.</summary>
    public Persist Persist { get; init; }

    /// <summary>The name of a method; of a function without an attribute, what the callback's code is.</summary>
    public string? Validate { get; init; }

    /// <inheritdoc cref="Validate"/>
    public string? OnRelease { get; init; }

    public bool IsBounded => MaxEntries is not null || MaxSize is not null;

    /// <summary>Whether entries made under the other options may live on under these.</summary>
    public bool SameAs(FunctionOptions other) => this with { Tags = NoTags } == other with { Tags = NoTags } && Tags.SequenceEqual(other.Tags);

    internal static FunctionOptions From(CachedFunctionAttribute attribute, FunctionName function)
    {
        if (attribute.Ttl is not null && !double.IsNaN(attribute.TtlSeconds))
            throw Wrong(function, "RFN0140", "Ttl", "has both Ttl and TtlSeconds; keep one of them");
        if (!attribute.ShowSpinner && attribute.Spinner is not null)
            throw Wrong(function, "RFN0141", "Spinner", "has a Spinner text and ShowSpinner = false; remove one of them");
        if (attribute.HasMaxEntries && attribute.MaxEntries <= 0)
            throw Wrong(function, "RFN0142", "MaxEntries", $"has MaxEntries = {attribute.MaxEntries}; it must be 1 or more, or left out for no limit");

        var resource = attribute as CacheResourceAttribute;
        var persist = (attribute as CacheDataAttribute)?.Persist ?? Persist.None;
        if (persist == Persist.Disk && attribute.Scope == CacheScope.Session)
            throw PersistedSession(function.Display);
        if (persist == Persist.Disk && attribute.AllowWidgets)
            throw PersistedWidgets(function.Display);
        return new FunctionOptions
        {
            IsResource = resource is not null,
            Ttl = TtlOf(attribute, function),
            StaleFor = attribute.StaleFor is null ? TimeSpan.Zero : DurationOf(attribute.StaleFor, "StaleFor", function),
            MaxEntries = attribute.HasMaxEntries ? attribute.MaxEntries : null,
            MaxSize = attribute.MaxSize is null ? null : SizeOf(attribute.MaxSize, function),
            Spinner = attribute.ShowSpinner ? attribute.Spinner ?? RunningText(function) : null,
            ShowTime = attribute.ShowTime,
            Scope = attribute.Scope,
            AllowWidgets = attribute.AllowWidgets,
            Tags = attribute.Tags,
            Persist = persist,
            Validate = resource?.Validate,
            OnRelease = resource?.OnRelease,
        };
    }

    private static CacheOptionException PersistedSession(string function) => Wrong(function, "RFN0151", "Persist",
        "has Persist = Persist.Disk and Scope = CacheScope.Session, but what is stored outlives every session; remove one of them");

    private static CacheOptionException PersistedWidgets(string function) => Wrong(function, "RFN0153", "Persist",
        "has Persist = Persist.Disk and AllowWidgets = true, but which entry is meant depends on the widgets of a page; remove one of them");

    /// <summary>What a page shows while a function runs that says nothing else.</summary>
    internal static string RunningText(FunctionName function) => $"Running `{function.Display}(...)`";

    private static TimeSpan? TtlOf(CachedFunctionAttribute attribute, FunctionName function)
    {
        if (attribute.Ttl is not null)
            return DurationOf(attribute.Ttl, "Ttl", function);
        if (double.IsNaN(attribute.TtlSeconds))
            return null;
        if (attribute.TtlSeconds < 0 || attribute.TtlSeconds > TimeSpan.MaxValue.TotalSeconds / 2)
            throw Wrong(function, "RFN0143", "TtlSeconds", FormattableString.Invariant($"has TtlSeconds = {attribute.TtlSeconds}; it must be 0 or more seconds"));
        return TimeSpan.FromSeconds(attribute.TtlSeconds);
    }

    private static TimeSpan DurationOf(string text, string option, FunctionName function) =>
        Duration.TryParse(text, out var duration)
            ? duration
            : throw Wrong(function, "RFN0144", option, $"has {option} = \"{text}\", which is no duration; {Duration.Allowed}");

    private static long SizeOf(string text, FunctionName function)
    {
        if (!ByteSize.TryParse(text, out var bytes))
            throw Wrong(function, "RFN0145", "MaxSize", $"has MaxSize = \"{text}\", which is no size; {ByteSize.Allowed}");
        return bytes > 0 ? bytes : throw Wrong(function, "RFN0146", "MaxSize", $"has MaxSize = \"{text}\"; it must be more than nothing, or left out for no limit");
    }

    internal static CacheOptionException Wrong(FunctionName function, string id, string option, string what) =>
        Wrong(function.Display, id, option, what);

    private static CacheOptionException Wrong(string function, string id, string option, string what) =>
        new(id, $"The cached function '{function}' {what}.") { Function = function, Option = option };
}
