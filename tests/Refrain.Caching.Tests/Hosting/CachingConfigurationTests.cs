using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refrain.Caching.Functions;

namespace Refrain.Caching.Tests.Hosting;

/// <summary>The section <c>Refrain</c>.</summary>
[Trait("row", "D11")]
public sealed class CachingConfigurationTests
{
    [Fact]
    public void Every_setting_is_read()
    {
        var options = Read(
            ("Budget", "4GB"), ("Folder", "/var/cache/shop"), ("AppName", "shop"), ("ReleaseGrace", "90s"), ("Culture", "de-DE"),
            ("Defaults:Ttl", "1h"), ("Defaults:ShowSpinner", "false"),
            ("Functions:Load:Ttl", "1h30m"), ("Functions:Load:StaleFor", "00:00:30"), ("Functions:Load:MaxEntries", "100"), ("Functions:Load:MaxSize", "1.5MB"),
            ("Functions:Load:ShowSpinner", "TRUE"), ("Functions:Load:Spinner", "Wait"), ("Functions:Load:ShowTime", "true"), ("Functions:Load:Persist", "disk"),
            ("Functions:Load:Tags:0", "sales"), ("Functions:Load:Tags:1", "daily"),
            ("Functions:Sales.Load:TtlSeconds", "0.5"), ("Functions:Sales.Load:Tags", "one"));

        Assert.Equal(
            (4L << 30, "/var/cache/shop", "shop", TimeSpan.FromSeconds(90), "de-DE"),
            (options.Budget, options.Folder, options.AppName, options.ReleaseGrace, options.Culture.Name));
        Assert.Equal((TimeSpan.FromHours(1), false), (options.Defaults.Ttl, options.Defaults.ShowSpinner));
        var load = options.Functions["load"];
        Assert.Equal(
            (TimeSpan.FromMinutes(90), TimeSpan.FromSeconds(30), 100, 3L << 19, true, "Wait", true, Persist.Disk),
            (load.Ttl, load.StaleFor, load.MaxEntries, load.MaxSize, load.ShowSpinner, load.Spinner, load.ShowTime, load.Persist));
        Assert.Equal(["sales", "daily"], load.Tags!);
        Assert.Equal(TimeSpan.FromSeconds(0.5), options.Functions["Sales.Load"].Ttl);
        Assert.Equal(["one"], options.Functions["Sales.Load"].Tags!);
    }

    [Fact]
    public void Without_settings_the_defaults_hold()
    {
        foreach (var options in new[] { Read(), new ServiceCollection().AddRefrainCaching().BuildServiceProvider().GetRequiredService<IOptions<RefrainCachingOptions>>().Value })
        {
            Assert.InRange(options.Budget!.Value, 1, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);
            Assert.Equal((null, TimeSpan.FromMinutes(5), CultureInfo.CurrentCulture), (options.Folder, options.ReleaseGrace, options.Culture));
            Assert.Empty(options.Functions);
            Assert.EndsWith(Path.Combine("Refrain", options.AppName), CacheHostSettings.From(options).Folder, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void None_takes_a_limit_away()
    {
        var options = Read(("Budget", "None"), ("Functions:Load:Ttl", "none"), ("Functions:Load:MaxEntries", "none"), ("Functions:Load:MaxSize", "none"));
        var load = options.Functions["Load"];
        Assert.Equal((null, Timeout.InfiniteTimeSpan, int.MaxValue, long.MaxValue), (options.Budget, load.Ttl, load.MaxEntries, load.MaxSize));
    }

    [Theory]
    [InlineData("50%", 0.5)]
    [InlineData("12.5%", 0.125)]
    [InlineData("100%", 1)]
    public void A_budget_may_be_a_share_of_memory(string text, double share) =>
        Assert.Equal((long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * share), Read(("Budget", text)).Budget);

    [Fact]
    public void What_code_sets_comes_after()
    {
        using var services = Services([("Budget", "1GB"), ("AppName", "shop"), ("Functions:Load:Ttl", "1h"), ("Functions:Load:MaxEntries", "3")], o =>
        {
            o.Budget = 5;
            o.Functions["Load"].Ttl = TimeSpan.FromSeconds(1);
        });
        var options = services.GetRequiredService<IOptions<RefrainCachingOptions>>().Value;
        Assert.Equal((5, "shop", TimeSpan.FromSeconds(1), 3), (options.Budget, options.AppName, options.Functions["Load"].Ttl, options.Functions["Load"].MaxEntries));
    }

    [Fact]
    public void A_folder_with_a_name_of_ones_own()
    {
        var named = CacheHostSettings.From(Read(("AppName", "a/b: c"))).Folder;
        Assert.Equal("a_b_ c", Path.GetFileName(named));
        Assert.Equal("Refrain", Path.GetFileName(Path.GetDirectoryName(named)));
        Assert.Equal(Path.GetFullPath("cache"), CacheHostSettings.From(Read(("Folder", "cache"))).Folder);
    }

    [Theory]
    [InlineData("Functions:Load:Ttl", "90",
        "RFN0191: The setting Refrain:Functions:Load:Ttl is \"90\", which is no duration; write \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23), or \"none\" for ever.")]
    [InlineData("Functions:Load:StaleFor", "soon",
        "RFN0191: The setting Refrain:Functions:Load:StaleFor is \"soon\", which is no duration; write \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23).")]
    [InlineData("ReleaseGrace", "5",
        "RFN0191: The setting Refrain:ReleaseGrace is \"5\", which is no duration; write \"90s\", \"1h30m\", \"2d\", \"500ms\" or \"01:30:00\" (hours 0 to 23).")]
    [InlineData("Functions:Load:TtlSeconds", "-1", "RFN0191: The setting Refrain:Functions:Load:TtlSeconds is \"-1\", which is no number of seconds; write 0 or more.")]
    [InlineData("Functions:Load:TtlSeconds", "NaN", "RFN0191: The setting Refrain:Functions:Load:TtlSeconds is \"NaN\", which is no number of seconds; write 0 or more.")]
    [InlineData("Functions:Load:MaxEntries", "many",
        "RFN0191: The setting Refrain:Functions:Load:MaxEntries is \"many\", which is no number of entries; write 1 or more, or \"none\" for any number.")]
    [InlineData("Defaults:MaxSize", "512",
        "RFN0191: The setting Refrain:Defaults:MaxSize is \"512\", which is no size; write \"64KB\", \"512MB\" or \"1.5GB\", or \"none\" for any.")]
    [InlineData("Budget", "101%",
        "RFN0191: The setting Refrain:Budget is \"101%\", which is no amount of memory; write \"4GB\", \"50%\" of what the process may use, or \"none\" for no limit.")]
    [InlineData("Defaults:ShowTime", "1", "RFN0191: The setting Refrain:Defaults:ShowTime is \"1\", which is no yes or no; write \"true\" or \"false\".")]
    [InlineData("Functions:Load:Persist", "1", "RFN0191: The setting Refrain:Functions:Load:Persist is \"1\", which is no place; write \"None\" or \"Disk\".")]
    [InlineData("Culture", "klingon!", "RFN0191: The setting Refrain:Culture is \"klingon!\", which is no culture; write a name such as \"de-DE\".")]
    [InlineData("Functions:Load:TimeToLive", "1h",
        "RFN0192: The setting Refrain:Functions:Load:TimeToLive is not known; of a function can be set Ttl, TtlSeconds, StaleFor, MaxEntries, MaxSize, ShowSpinner, Spinner, ShowTime, Persist and Tags.")]
    [InlineData("Functions:Load", "1h",
        "RFN0192: The setting Refrain:Functions:Load is a single text; of a function can be set Ttl, TtlSeconds, StaleFor, MaxEntries, MaxSize, ShowSpinner, Spinner, ShowTime, Persist and Tags.")]
    [InlineData("Functions:Load:MaxEntries", "0", "RFN0194: The setting Refrain:Functions:Load:MaxEntries is 0; it must be 1 entry or more, or \"none\" for no limit.")]
    [InlineData("Functions:Load:MaxSize", "0KB", "RFN0194: The setting Refrain:Functions:Load:MaxSize is 0; it must be 1 byte or more, or \"none\" for no limit.")]
    [InlineData("Budget", "0KB", "RFN0194: The setting Refrain:Budget is 0; it must be 1 byte or more, or \"none\" for no limit.")]
    [InlineData("AppName", " ", "RFN0194: The setting Refrain:AppName is empty; it names the folder of what lies on disk.")]
    [InlineData("Folder", "", "RFN0194: The setting Refrain:Folder is empty; leave it out for the platform's cache folder.")]
    public void What_is_wrong_is_named_by_its_path(string path, string text, string message)
    {
        using var services = Services([(path, text)]);
        var error = Assert.Throws<CacheOptionException>(() => services.GetRequiredService<ICache>());
        Assert.Equal((message, $"Refrain:{path}"), (error.Message, error.Option));
    }

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        using var both = Services([("Functions:Load:Ttl", "1h"), ("Functions:Load:TtlSeconds", "60")]);
        Assert.Equal(
            "RFN0193: The setting Refrain:Functions:Load:TtlSeconds stands beside Ttl; keep one of them.",
            Assert.Throws<CacheOptionException>(() => both.GetRequiredService<ICache>()).Message);
        using var hidden = Services([("Defaults:ShowSpinner", "false"), ("Defaults:Spinner", "Wait")]);
        Assert.Equal(
            "RFN0193: The setting Refrain:Defaults:Spinner stands beside ShowSpinner = false; keep one of them.",
            Assert.Throws<CacheOptionException>(() => hidden.GetRequiredService<ICache>()).Message);
    }

    private static RefrainCachingOptions Read(params (string Path, string Text)[] settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptions<RefrainCachingOptions>>().Value;
    }

    private static ServiceProvider Services((string Path, string Text)[] settings, Action<RefrainCachingOptions>? configure = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Refrain:{s.Path}", (string?)s.Text))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddRefrainCaching(configure).BuildServiceProvider();
    }
}
