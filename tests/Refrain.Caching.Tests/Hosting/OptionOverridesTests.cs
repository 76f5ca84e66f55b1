using Refrain.Caching.Functions;

namespace Refrain.Caching.Tests.Hosting;

/// <summary>A program sets options of its functions from outside.</summary>
[Trait("row", "D11")]
public sealed class OptionOverridesTests
{
    [Fact]
    public void What_is_set_for_a_function_counts_more_than_its_attribute()
    {
        var changed = Overridden("Plain", new()
        {
            Ttl = TimeSpan.FromHours(2),
            StaleFor = TimeSpan.FromMinutes(1),
            MaxEntries = 3,
            MaxSize = 4096,
            Spinner = "Wait",
            ShowTime = true,
            Persist = Persist.Disk,
            Tags = ["b"],
        });
        Assert.Equal(
            (TimeSpan.FromHours(2), TimeSpan.FromMinutes(1), 3, 4096, "Wait", true, Persist.Disk, "b"),
            (changed.Ttl, changed.StaleFor, changed.MaxEntries, changed.MaxSize, changed.Spinner, changed.ShowTime, changed.Persist, changed.Tags.Single()));

        var kept = Overridden("Other", new() { Ttl = TimeSpan.FromHours(2), MaxEntries = 1 });
        Assert.Equal((TimeSpan.FromMinutes(5), 7, 2048, null, "a"), (kept.Ttl, kept.MaxEntries, kept.MaxSize, kept.Spinner, kept.Tags.Single()));
    }

    [Fact]
    public void It_holds_for_calls()
    {
        var options = new RefrainCachingOptions();
        options.Functions[nameof(Plain)] = new() { Ttl = TimeSpan.FromSeconds(1) };
        using var world = new CacheWorld(Settings(options));
        Plain();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        Plain();
        Assert.Equal(2, world.Report(nameof(Plain)).Executions);
    }

    [Fact]
    public void Limits_can_be_taken_away()
    {
        var options = Overridden("Plain", new() { Ttl = Timeout.InfiniteTimeSpan, MaxEntries = int.MaxValue, MaxSize = long.MaxValue });
        Assert.Equal((null, null, null), (options.Ttl, options.MaxEntries, options.MaxSize));
    }

    [Fact]
    public void A_spinner_is_put_on_or_off()
    {
        Assert.Equal("Running `Plain(...)`", Overridden("Plain", new() { ShowSpinner = true }).Spinner);
        Assert.Null(Overridden("Plain", new() { ShowSpinner = false }).Spinner);
    }

    [Theory]
    [InlineData("Plain")]
    [InlineData("plain")]
    [InlineData("OptionOverridesTests.Plain")]
    [InlineData("Refrain.Caching.Tests.Hosting.OptionOverridesTests.Plain")]
    [InlineData("Refrain.Caching.Tests|Refrain.Caching.Tests.Hosting.OptionOverridesTests|Plain()")]
    [InlineData("Refrain.Caching.Tests|Refrain.Caching.Tests.Hosting.OptionOverridesTests|Plain():System.Int32")]
    public void A_function_is_found_by_each_of_its_names(string name) =>
        Assert.Equal(9, Overridden(name, new() { MaxEntries = 9 }).MaxEntries);

    [Theory]
    [InlineData("lain")]
    [InlineData("Tests.Plain")]
    [InlineData("Other.Plain")]
    [InlineData("")]
    public void Part_of_a_name_is_no_name(string name) => Assert.Equal(7, Overridden(name, new() { MaxEntries = 9 }).MaxEntries);

    [Fact]
    public void The_longest_name_that_fits_counts_and_alone()
    {
        var options = new RefrainCachingOptions();
        options.Functions["Plain"] = new() { MaxEntries = 1, Ttl = TimeSpan.FromHours(1) };
        options.Functions["Hosting.OptionOverridesTests.Plain"] = new() { MaxEntries = 2 };
        options.Functions["OptionOverridesTests.Plain"] = new() { MaxEntries = 3 };
        var found = OptionsOf(nameof(Plain), options, () => Plain());
        Assert.Equal((2, TimeSpan.FromMinutes(5)), (found.MaxEntries, found.Ttl));
    }

    [Fact]
    public void Generic_and_nested_types_are_named_as_they_are_written()
    {
        var options = new RefrainCachingOptions();
        options.Functions["OptionOverridesTests.Box.Get"] = new() { MaxEntries = 5 };
        Assert.Equal(5, OptionsOf("Get", options, () => Box<int>.Get()).MaxEntries);
    }

    [Fact]
    public void Defaults_are_for_data_functions_that_say_nothing()
    {
        var options = new RefrainCachingOptions();
        (options.Defaults.Ttl, options.Defaults.StaleFor, options.Defaults.MaxEntries, options.Defaults.MaxSize) = (TimeSpan.FromDays(1), TimeSpan.FromHours(1), 100, 1 << 20);
        (options.Defaults.ShowTime, options.Defaults.Persist, options.Defaults.Tags) = (true, Persist.Disk, ["all"]);

        var bare = OptionsOf("Bare", options, () => Bare());
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromHours(1), 100, 1 << 20, Persist.Disk), (bare.Ttl, bare.StaleFor, bare.MaxEntries, bare.MaxSize, bare.Persist));
        Assert.Equal((true, "all"), (bare.ShowTime, bare.Tags.Single()));

        var plain = OptionsOf("Plain", options, () => Plain());
        Assert.Equal((TimeSpan.FromMinutes(5), 7, 2048, "a"), (plain.Ttl, plain.MaxEntries, plain.MaxSize, plain.Tags.Single()));

        var resource = OptionsOf("Shared", options, () => Shared());
        Assert.Equal((null, TimeSpan.Zero, null, null, Persist.None), (resource.Ttl, resource.StaleFor, resource.MaxEntries, resource.MaxSize, resource.Persist));
        Assert.True(resource.ShowTime);
    }

    [Fact]
    public void A_default_spinner_leaves_alone_who_has_a_text()
    {
        var hidden = new RefrainCachingOptions();
        hidden.Defaults.ShowSpinner = false;
        Assert.Equal((null, "Mine"), (OptionsOf("Bare", hidden, () => Bare()).Spinner, OptionsOf("Shared", hidden, () => Shared()).Spinner));

        var worded = new RefrainCachingOptions();
        worded.Defaults.Spinner = "Loading";
        Assert.Equal(
            ("Loading", "Mine", null),
            (OptionsOf("Bare", worded, () => Bare()).Spinner, OptionsOf("Shared", worded, () => Shared()).Spinner, OptionsOf("Plain", worded, () => Plain()).Spinner));
    }

    [Fact]
    public void What_belongs_to_a_session_is_not_put_on_disk()
    {
        var options = new RefrainCachingOptions();
        options.Defaults.Persist = Persist.Disk;
        using var world = new CacheWorld(Settings(options));
        using (Cache.Scope())
        {
            Mine();
            Assert.Equal(Persist.None, world.Host.Caches.Single().Options.Persist);
        }

        options.Functions["Mine"] = new() { Persist = Persist.Disk };
        using (Cache.Scope())
        {
            Assert.Equal(
                "RFN0195: The setting Refrain:Functions:Mine:Persist is Disk, but 'Mine' has Scope = CacheScope.Session, and what is stored outlives every session.",
                Assert.Throws<CacheOptionException>(() => Mine()).Message);
        }

        [CacheData(Scope = CacheScope.Session)]
        static int Mine() => 1;
    }

    [Fact]
    public void A_resource_is_not_put_on_disk()
    {
        var options = new RefrainCachingOptions();
        options.Functions["Shared"] = new() { Persist = Persist.Disk };
        using var world = new CacheWorld(Settings(options));
        for (var time = 0; time < 2; time++)
        {
            var error = Assert.Throws<CacheOptionException>(() => Shared());
            Assert.Equal(
                "RFN0195: The setting Refrain:Functions:Shared:Persist is Disk, but 'Shared' is a [CacheResource] function, whose object lives in this process only.",
                error.Message);
            Assert.Equal("Refrain:Functions:Shared:Persist", error.Option);
        }
    }

    [Fact]
    public void The_end_tells_which_settings_were_for_nobody()
    {
        var options = new RefrainCachingOptions();
        (options.Functions["Plain"], options.Functions["Gone"]) = (new(), new());
        var world = new CacheWorld(Settings(options));
        Plain();
        world.Dispose();
        Assert.Equal(["No function was called to which the setting Refrain:Functions:Gone applies."], world.Log.Lines);
    }

    private static CacheHostSettings Settings(RefrainCachingOptions options)
    {
        options.Folder = CacheWorld.Nowhere;
        return CacheHostSettings.From(options);
    }

    private static FunctionOptions Overridden(string name, CachedFunctionSettings settings)
    {
        var options = new RefrainCachingOptions();
        options.Functions[name] = settings;
        return OptionsOf(nameof(Plain), options, () => Plain());
    }

    private static FunctionOptions OptionsOf(string function, RefrainCachingOptions options, Action call)
    {
        using var world = new CacheWorld();
        call();
        return CacheHostSettings.From(options).Overrides.Of(world.Host.Caches.Single(cache => cache.Definition.Name.Display == function).Definition);
    }

    [CacheData(Ttl = "5m", MaxEntries = 7, MaxSize = "2KB", ShowSpinner = false, Tags = ["a"])]
    private static int Plain() => 1;

    [CacheData]
    private static int Bare() => 1;

    [CacheResource(Spinner = "Mine")]
    private static object Shared() => new();

    private static class Box<T>
    {
        [CacheData]
        internal static T? Get() => default;
    }
}
