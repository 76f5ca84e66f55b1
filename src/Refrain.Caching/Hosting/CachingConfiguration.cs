using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Refrain.Caching.Hosting;

/// <summary>Reads the configuration section <c>Refrain</c>, where a program has configuration.</summary>
/// <remarks>Not by the platform's binder: durations and sizes are written as in attributes, and what is wrong is said with its path.</remarks>
internal sealed class CachingConfiguration(IServiceProvider services) : IConfigureOptions<RefrainCachingOptions>
{
    internal const string Section = "Refrain";

    private static readonly string[] FunctionSettings =
    [
        "Ttl", "TtlSeconds", "StaleFor", "MaxEntries", "MaxSize", "ShowSpinner", "Spinner", "ShowTime", "Persist", "Tags",
    ];

    public void Configure(RefrainCachingOptions options)
    {
        if (services.GetService<IConfiguration>() is { } configuration)
            Read(configuration.GetSection(Section), options);
    }

    private static void Read(IConfigurationSection section, RefrainCachingOptions options)
    {
        options.Budget = Setting.Read(section, "Budget", SettingText.Memory, options.Budget);
        options.Folder = section["Folder"] ?? options.Folder;
        options.AppName = section["AppName"] ?? options.AppName;
        options.ReleaseGrace = Setting.Read(section, "ReleaseGrace", SettingText.Time, options.ReleaseGrace);
        options.Culture = Setting.Read(section, "Culture", SettingText.Culture, options.Culture);
        Read(section.GetSection("Defaults"), options.Defaults);
        foreach (var function in section.GetSection("Functions").GetChildren())
        {
            if (!options.Functions.TryGetValue(function.Key, out var settings))
                options.Functions.Add(function.Key, settings = new());
            Read(function, settings);
        }
    }

    private static void Read(IConfigurationSection section, CachedFunctionSettings settings)
    {
        if (section.Value is not null)
            throw Unknown(section.Path, "is a single text");
        if (section.GetChildren().FirstOrDefault(child => !FunctionSettings.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw Unknown(unknown.Path, "is not known");
        if (section["Ttl"] is not null && section["TtlSeconds"] is not null)
            throw Setting.Wrong($"{section.Path}:TtlSeconds", "RFN0193", "stands beside Ttl; keep one of them");
        settings.Ttl = Setting.Read(section, "Ttl", SettingText.TimeOrNone, settings.Ttl);
        settings.Ttl = Setting.Read(section, "TtlSeconds", SettingText.Seconds, settings.Ttl);
        settings.StaleFor = Setting.Read(section, "StaleFor", SettingText.OptionalTime, settings.StaleFor);
        settings.MaxEntries = Setting.Read(section, "MaxEntries", SettingText.CountOrNone, settings.MaxEntries);
        settings.MaxSize = Setting.Read(section, "MaxSize", SettingText.SizeOrNone, settings.MaxSize);
        settings.ShowSpinner = Setting.Read(section, "ShowSpinner", SettingText.YesOrNo, settings.ShowSpinner);
        settings.Spinner = section["Spinner"] ?? settings.Spinner;
        settings.ShowTime = Setting.Read(section, "ShowTime", SettingText.YesOrNo, settings.ShowTime);
        settings.Persist = Setting.Read(section, "Persist", SettingText.Place, settings.Persist);
        settings.Tags = Tags(section.GetSection("Tags")) ?? settings.Tags;
    }

    private static CacheOptionException Unknown(string path, string what) => Setting.Wrong(path, "RFN0192",
        $"{what}; of a function can be set {string.Join(", ", FunctionSettings.SkipLast(1))} and {FunctionSettings[^1]}");

    private static IReadOnlyList<string>? Tags(IConfigurationSection section)
    {
        if (!section.Exists())
            return null;
        return section.Value is { } one ? [one] : [.. section.GetChildren().Select(child => child.Value).OfType<string>()];
    }
}
