namespace Refrain.Caching.Tests.Functions;

/// <summary>Options given as objects.</summary>
public sealed class DoorOptionTests
{
    [Fact, Trait("case", "29"), Trait("row", "D1")]
    public void Ttl_is_a_time_span()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var load = Cache.Data(() => _runs.Next(), new() { Ttl = TimeSpan.FromSeconds(10) });
        load();
        world.Time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal(1, load());
        world.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, load());
    }

    [Fact]
    public void Times_without_end_can_be_added()
    {
        using var world = new CacheWorld();
        var load = Cache.Data((int x) => x, new() { Ttl = TimeSpan.MaxValue, StaleFor = TimeSpan.MaxValue });
        Assert.Equal((1, 1), (load(1), load(1)));
    }

    [Fact, Trait("case", "37"), Trait("row", "D2")]
    public void The_least_recently_used_goes_first()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var load = Cache.Data((char x) => $"{x}{_runs.Next()}", new() { MaxEntries = 2, Name = "Load" });
        Assert.Equal("a1b2a1c3a1b4", string.Concat("abacab".Select(load)));
        Assert.Equal(2, world.Report("Load").Entries);
    }

    [Fact, Trait("case", "47"), Trait("case", "48"), Trait("case", "49"), Trait("row", "D6")]
    public async Task A_resource_is_validated_and_released_by_lambdas()
    {
        using var world = new CacheWorld();
        var open = Cache.Resource((int port, string host) => new Line(port), new()
        {
            Validate = (Line line, int port, CancellationToken token) => line.IsGood(port),
            OnRelease = (Line line) => line.Release(),
        });
        using (Cache.Hold())
        {
            var line = open(7, "a");
            Assert.Equal(0, line.Asked);
            Assert.Same(line, open(7, "a"));
            Assert.Equal((1, 7), (line.Asked, line.Port));
            line.IsBroken = true;
            Assert.NotSame(line, open(7, "a"));
            Assert.Equal(0, line.Released);
        }

        Line last;
        using (Cache.Hold())
            last = open(8, "a");
        Assert.Equal(2, await Cache.ClearAsync(open));
        Assert.Equal(1, last.Released);
    }

    [Fact]
    public async Task Validate_and_release_may_be_asynchronous()
    {
        using var world = new CacheWorld();
        var open = Cache.Resource(() => new Line(1), new()
        {
            Validate = static async ValueTask<bool> (Line line) =>
            {
                await Task.Run(() => { }).ConfigureAwait(false);
                return line.IsGood(1);
            },
            OnRelease = ReleaseLater,
        });
        Line line;
        using (Cache.Hold())
        {
            line = open();
            Assert.Same(line, open());
            Assert.Equal(1, line.Asked);
        }

        await Cache.ClearAsync(open);
        Assert.Equal(1, line.Released);

        static async ValueTask ReleaseLater(Line line)
        {
            await Task.Yield();
            line.Release();
        }
    }

    [Fact, Trait("case", "94")]
    public void Each_option_says_what_is_allowed()
    {
        Wrong("RFN0141", "Spinner", "has a Spinner text and ShowSpinner = false; remove one of them", new() { Spinner = "x", ShowSpinner = false });
        Wrong("RFN0142", "MaxEntries", "has MaxEntries = 0; it must be 1 or more, or left out for no limit", new() { MaxEntries = 0 });
        Wrong("RFN0142", "MaxEntries", "has MaxEntries = -1; it must be 1 or more, or left out for no limit", new() { MaxEntries = -1 });
        Wrong("RFN0143", "Ttl", "has Ttl = -00:00:01; it must be zero or more, or left out to keep entries for ever", new() { Ttl = TimeSpan.FromSeconds(-1) });
        Wrong("RFN0143", "StaleFor", "has StaleFor = -00:00:01; it must be zero or more", new() { StaleFor = TimeSpan.FromSeconds(-1) });
        Wrong("RFN0146", "MaxSize", "has MaxSize = 0; it must be more than nothing, or left out for no limit", new() { MaxSize = 0 });

        static void Wrong(string id, string option, string what, CacheDataOptions options)
        {
            var error = Assert.Throws<CacheOptionException>(() => Cache.Data((int x) => x, options));
            Assert.Equal((option, "lambda in Each_option_says_what_is_allowed"), (error.Option, error.Function));
            Assert.Equal($"{id}: The cached function 'lambda in Each_option_says_what_is_allowed' {what}.", error.Message);
        }
    }

    [Fact, Trait("case", "94")]
    public void Callbacks_must_fit_the_resource()
    {
        using var world = new CacheWorld();
        Wrong("Validate", "a Validate that does not fit its resource; write Validate = static (DoorOptionTests.Line resource) => ..., which gives a bool",
            new() { Name = "Open", Validate = (string text) => true });
        Wrong("Validate", "a Validate that does not fit its resource; write Validate = static (DoorOptionTests.Line resource) => ..., which gives a bool",
            new() { Name = "Open", Validate = (Line line, int other) => true });
        Wrong("OnRelease", "an OnRelease that does not fit its resource; write OnRelease = static (DoorOptionTests.Line resource) => ..., which gives nothing",
            new() { Name = "Open", OnRelease = (Line line) => 1 });

        static void Wrong(string option, string what, CacheResourceOptions options)
        {
            using var world = new CacheWorld();
            var error = Assert.Throws<CacheOptionException>(() => Cache.Resource((int port) => new Line(port), options)(1));
            Assert.Equal(($"RFN0150: The cached function 'Open' has {what}.", option), (error.Message, error.Option));
        }
    }

    [Fact]
    public void Callbacks_outlive_the_run_and_capture_nothing()
    {
        using var world = new CacheWorld();
        var limit = 3;
        Wrong("Validate", "a Validate", new() { Name = "Open", Validate = (Line line) => line.Port < limit });
        Wrong("OnRelease", "an OnRelease", new() { Name = "Open", OnRelease = new Bin().Take });

        static void Wrong(string option, string what, CacheResourceOptions options)
        {
            var error = Assert.Throws<CacheOptionException>(() => Cache.Resource((int port) => new Line(port), options));
            Assert.Equal(
                $"RFN0185: The cached function 'Open' has {what} that captures variables, or is bound to an object, of the run it was written in, " +
                "which it outlives. Use nothing but its parameters, and write 'static' before the lambda to be sure of it.",
                error.Message);
            Assert.Equal(option, error.Option);
        }
    }

    [Fact]
    public void The_same_code_has_one_set_of_options()
    {
        using var world = new CacheWorld();
        Open(new() { Name = "Square", Ttl = TimeSpan.FromHours(1), Tags = ["a"] });
        Open(new() { Name = "Square", Ttl = TimeSpan.FromHours(1), Tags = ["a"] });
        Differs("Ttl", "Square", new() { Name = "Square", Ttl = TimeSpan.FromHours(2), Tags = ["a"] });
        Differs("MaxEntries", "Square", new() { Name = "Square", Ttl = TimeSpan.FromHours(1), Tags = ["a"], MaxEntries = 3 });
        Differs("Tags", "Square", new() { Name = "Square", Ttl = TimeSpan.FromHours(1), Tags = ["b"] });
        Differs("Name", "Cube", new() { Name = "Cube", Ttl = TimeSpan.FromHours(1), Tags = ["a"] });
        using (new CacheWorld())
            Open(new() { Name = "Square", Ttl = TimeSpan.FromHours(2) });

        static Func<int, int> Open(CacheDataOptions options) => Cache.Data((int x) => x * x, options);

        static void Differs(string option, string name, CacheDataOptions options)
        {
            var error = Assert.Throws<CacheOptionException>(() => Cache.Data((int y) => y * y, options));
            Assert.Equal(
                $"RFN0184: The cached function '{name}' is given one {option} in one place and another in another, though both run the same code and so are " +
                "one function with one set of entries. Give them the same options, or open the door once and keep the delegate.",
                error.Message);
            Assert.Equal((option, name), (error.Option, error.Function));
        }
    }

    [Fact]
    public void The_same_code_is_data_or_a_resource()
    {
        using var world = new CacheWorld();
        Func<int, int> square = x => x * x;
        Cache.Data(square);
        var error = Assert.Throws<CacheOptionException>(() => Cache.Resource(square));
        Assert.Equal(
            "RFN0184: The cached function 'lambda in The_same_code_is_data_or_a_resource' is given to Cache.Data in one place and to Cache.Resource in another, " +
            "though both run the same code and so are one function with one set of entries. Give them the same options, or open the door once and keep the delegate.",
            error.Message);
    }

    private sealed class Line(int port)
    {
        public int Port => port;

        public bool IsBroken { get; set; }

        public int Asked { get; private set; }

        public int Released { get; private set; }

        public bool IsGood(int expected)
        {
            Asked++;
            return !IsBroken && expected == port;
        }

        public void Release() => Released++;
    }

    private sealed class Bin
    {
        public List<Line> Lines { get; } = [];

        public void Take(Line line) => Lines.Add(line);
    }
}
