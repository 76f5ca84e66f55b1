namespace Refrain.Caching.Hosting;

/// <summary>Refuses settings that no cache could work with, whether code or configuration set them.</summary>
internal static class CachingOptionsCheck
{
    private static readonly TimeSpan Longest = TimeSpan.MaxValue / 2;

    /// <exception cref="CacheOptionException">One of them is wrong.</exception>
    internal static void Check(RefrainCachingOptions options)
    {
        const string Section = CachingConfiguration.Section;
        AtLeastOne(Section, "Budget", options.Budget, "byte");
        NotNegative(Section, "ReleaseGrace", options.ReleaseGrace);
        if (string.IsNullOrWhiteSpace(options.AppName))
            throw Setting.Wrong($"{Section}:AppName", "RFN0194", "is empty; it names the folder of what lies on disk");
        if (options.Folder is { } folder && string.IsNullOrWhiteSpace(folder))
            throw Setting.Wrong($"{Section}:Folder", "RFN0194", "is empty; leave it out for the platform's cache folder");
        Check($"{Section}:Defaults", options.Defaults);
        foreach (var (name, settings) in options.Functions)
            Check($"{Section}:Functions:{name}", settings);
    }

    private static void Check(string section, CachedFunctionSettings settings)
    {
        if (settings.Ttl != Timeout.InfiniteTimeSpan)
            NotNegative(section, "Ttl", settings.Ttl);
        NotNegative(section, "StaleFor", settings.StaleFor);
        AtLeastOne(section, "MaxEntries", settings.MaxEntries, "entry");
        AtLeastOne(section, "MaxSize", settings.MaxSize, "byte");
        if (settings is { ShowSpinner: false, Spinner: not null })
            throw Setting.Wrong($"{section}:Spinner", "RFN0193", "stands beside ShowSpinner = false; keep one of them");
    }

    private static void AtLeastOne(string section, string name, long? value, string unit)
    {
        if (value <= 0)
            throw Setting.Wrong($"{section}:{name}", "RFN0194", FormattableString.Invariant($"is {value}; it must be 1 {unit} or more, or \"none\" for no limit"));
    }

    private static void NotNegative(string section, string name, TimeSpan? value)
    {
        if (value < TimeSpan.Zero || value > Longest)
            throw Setting.Wrong($"{section}:{name}", "RFN0194", $"is {value}; it must be 0 or more, and less than {Longest.Days} days");
    }
}
