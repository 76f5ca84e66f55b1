namespace Refrain.Caching.Tests.Functions;

/// <summary>Functions cached by <c>Cache.Data</c> and <c>Cache.Resource</c>, without an attribute.</summary>
public sealed class DoorTests
{
    private delegate int Measure(string text, int factor = 2);

    [Fact, Trait("case", "11")]
    public void A_lambda_runs_once_for_each_set_of_arguments()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var load = Cache.Data((string path) => $"{path} {_runs.Next()}", new() { Name = "Load" });
        Assert.Equal("a.csv 1", load("a.csv"));
        Assert.Equal("a.csv 1", load("a.csv"));
        Assert.Equal("b.csv 2", load("b.csv"));
        Assert.Equal((2, 1, false), (world.Report("Load").Entries, world.Report("Load").Hits, world.Report("Load").IsResource));
    }

    [Fact]
    public void The_delegate_that_comes_back_is_of_the_same_type()
    {
        using var world = new CacheWorld();
        Measure measure = Cache.Data<Measure>((text, factor) => text.Length * factor);
        Assert.Equal((6, 9), (measure("abc"), measure(factor: 3, text: "abc")));
        Func<string, int, int> natural = Cache.Data((string text, int factor) => text.Length * factor);
        Assert.Equal(6, natural("abc", 2));
        var withDefault = Cache.Data((string text, int factor = 2) => text.Length * factor);
        Assert.Equal(6, withDefault("abc"));
        Assert.Equal(6, withDefault("abc", 2));
        Assert.Equal(1, Cache.Clear(withDefault, "abc"));
    }

    [Fact]
    public void Any_number_of_arguments_travels()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var none = Cache.Data(() => _runs.Next());
        var four = Cache.Data((int a, string b, long c, double d) => $"{a}{b}{c}{d} {_runs.Next()}");
        var eight = Cache.Data((int a, string b, long c, char d, bool e, byte f, string g, Guid h) => $"{a}{b}{c}{d}{e}{f}{g} {_runs.Next()}");
        Assert.Equal((1, 1), (none(), none()));
        Assert.Equal(("1b34 2", "1b34 2"), (four(1, "b", 3, 4), four(1, "b", 3, 4)));
        Assert.Equal("1b3dTrue6g 3", eight(1, "b", 3, 'd', true, 6, "g", Guid.Empty));
        Assert.Equal("1b3dTrue6g 3", eight(1, "b", 3, 'd', true, 6, "g", Guid.Empty));
        Assert.Equal("1b3dTrue6x 4", eight(1, "b", 3, 'd', true, 6, "x", Guid.Empty));
        Assert.Equal(1, Cache.Clear(eight, 1, "b", 3, 'd', true, (byte)6, "x", Guid.Empty));
    }

    [Fact, Trait("case", "7"), Trait("case", "8")]
    public void Data_is_a_copy_and_a_resource_is_the_same_object()
    {
        using var world = new CacheWorld();
        var data = Cache.Data((int n) => Enumerable.Range(0, n).ToList());
        var resource = Cache.Resource((int n) => Enumerable.Repeat(n, n).ToList(), new() { Name = "Shared" });
        data(3).Clear();
        Assert.Equal([0, 1, 2], data(3));
        Assert.Same(resource(3), resource(3));
        Assert.True(world.Report("Shared").IsResource);
    }

    [Fact, Trait("case", "54"), Trait("case", "70")]
    public async Task Lambdas_that_return_tasks_are_awaited_and_their_values_cached()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var task = Cache.Data(async (int x) =>
        {
            await Task.Yield();
            return x + _runs.Next();
        });
        var valueTask = Cache.Data(async ValueTask<int> (int x) =>
        {
            await Task.Yield();
            return x * _runs.Next();
        });
        var plain = Cache.Data(async (string _) =>
        {
            await Task.Yield();
            _runs.Next();
        });
        var plainValue = Cache.Data(async ValueTask () =>
        {
            await Task.Yield();
            _runs.Next();
        });
        var withoutAsync = Cache.Resource((int x) => Task.FromResult($"{x} {_runs.Next()}"));

        Assert.Equal((11, 11), (await task(10), await task(10)));
        Assert.Equal((20, 20), (await valueTask(10), await valueTask(10)));
        await plain("a");
        await plain("b");
        Assert.Equal(3, _runs.Count);
        await plainValue();
        await plainValue();
        Assert.Equal(4, _runs.Count);
        Assert.Same(await withoutAsync(1), await withoutAsync(1));
        Assert.Equal(5, _runs.Count);
    }

    [Fact]
    public void A_lambda_that_returns_nothing_runs_once()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        Action<int> draw = Cache.Data((int year) => { _runs.Next(); });
        draw(2026);
        draw(2026);
        draw(2027);
        Assert.Equal(2, _runs.Count);
    }

    [Fact, Trait("case", "58")]
    public async Task A_token_is_not_in_the_key_and_the_function_gets_the_flights()
    {
        using var world = new CacheWorld();
        var entered = new TaskCompletionSource();
        var _entered = entered;
        CancellationToken seen = default;
        Action<CancellationToken> _see = token => seen = token;
        var load = Cache.Data(async (string path, CancellationToken token) =>
        {
            _see(token);
            _entered.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return path;
        });
        using var mine = new CancellationTokenSource();
        var call = load("a", mine.Token);
        await entered.Task;
        Assert.NotEqual(mine.Token, seen);
        await mine.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(seen.IsCancellationRequested);
    }

    [Fact, Trait("case", "5")]
    public void A_failure_is_thrown_as_it_is_and_not_kept()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var load = Cache.Data((int x) => _runs.Next() == 1 ? throw new InvalidDataException("bad") : x);
        Assert.Equal("bad", Assert.Throws<InvalidDataException>(() => load(1)).Message);
        Assert.Equal(1, load(1));
    }

    [Fact, Trait("case", "9"), Trait("case", "105")]
    public void Parameters_are_left_out_of_the_key_as_in_attributed_functions()
    {
        using var world = new CacheWorld();
        var load = Cache.Data((string path, Runs _runs, [NotKeyed] Stream stream) => $"{path} {_runs.Next()}");
        var runs = new Runs();
        Assert.Equal("a 1", load("a", runs, Stream.Null));
        Assert.Equal("a 1", load("a", new Runs(), new MemoryStream()));
        Assert.Equal(1, Cache.Clear(load, "a"));

        var read = Cache.Data((Action act) => 1);
        Assert.Equal(
            "RFN0101: 'lambda in Parameters_are_left_out_of_the_key_as_in_attributed_functions' cannot be cached by its argument 'act': 'act' is an Action, " +
            "a delegate. Leave the parameter out of the key by naming it '_act' or marking it [NotKeyed], or say what stands for it: " +
            "CacheKeys.Register<Action>(x => ...).",
            Assert.Throws<UnkeyableArgumentException>(() => read(() => { })).Message);
    }

    [Fact]
    public void Methods_and_local_functions_are_known_by_their_names()
    {
        using var world = new CacheWorld();
        var shop = new Shop("corner");
        var price = Cache.Data(shop.Price);
        var half = Cache.Data(Half);
        Assert.Equal((7, 2), (price(1), half(4)));
        Assert.Equal(["Half", "Price"], Cache.Inspect().Select(report => report.Name));
        Assert.Equal(8, Cache.Data(new Shop("corners").Price)(1));
        Assert.Equal(7, Cache.Data(new Shop("corner").Price)(1));
        Assert.Equal((2, 1), (world.Report("Price").Entries, world.Report("Price").Hits));
        Assert.Equal(1, Cache.Clear(price, 1));
        Assert.Equal(1, Cache.Clear(price));

        static int Half(int x) => x / 2;
    }

    [Fact]
    public void A_methods_instance_is_left_out_of_the_key_where_its_type_says_so()
    {
        using var world = new CacheWorld();
        Assert.Equal("a 1", Cache.Data(new Service("a").Answer)(1));
        Assert.Equal("a 1", Cache.Data(new Service("b").Answer)(1));
    }

    [Fact]
    public void An_extension_methods_first_argument_is_in_the_key()
    {
        using var world = new CacheWorld();
        var a = Cache.Data("a".Times);
        Assert.Equal("aaa", a(3));
        Assert.Equal("bbb", Cache.Data("b".Times)(3));
        Assert.Equal("aaa", Cache.Data("a".Times)(3));
        Assert.Equal((2, 1), (world.Report("Times").Entries, world.Report("Times").Hits));
        Assert.Equal(1, Cache.Clear(a, 3));
    }

    [Fact]
    public void A_struct_is_keyed_as_the_instance_of_its_method()
    {
        using var world = new CacheWorld();
        Assert.Equal(5, Cache.Data(new Point(2, 3).Sum)());
        Assert.Equal(7, Cache.Data(new Point(3, 4).Sum)());
        Assert.Equal(5, Cache.Data(new Point(2, 3).Sum)());
        Assert.Equal(1, world.Report("Sum").Hits);
    }

    [Fact]
    public void Generic_code_is_a_function_for_each_type()
    {
        using var world = new CacheWorld();
        Assert.Equal(("Int32", "String", "Object"), (NameOf(1), NameOf("x"), NameOf(new object())));
        Assert.Equal(("Int32", "String"), (NameOf(1), NameOf("x")));

        static string NameOf<T>(T value) => Cache.Data(() => typeof(T).Name)();
    }

    [Fact, Trait("case", "20"), Trait("case", "22"), Trait("row", "D7")]
    public void Clears_reach_an_entry_the_function_a_tag_and_the_kind()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var load = Cache.Data((string path) => _runs.Next(), new() { Tags = ["files"] });
        void Fill() => _ = (load("a"), load("b"));
        Fill();
        Assert.Equal((1, 0), (Cache.Clear(load, "a"), Cache.Clear(load, "a")));
        Assert.Equal(1, Cache.Clear(load));
        Fill();
        Assert.Equal(2, Cache.ClearTag("files"));
        Fill();
        Assert.Equal((0, 2), (Cache.ClearResources(), Cache.ClearData()));
        Assert.Equal(6, _runs.Count);
    }

    [Fact]
    public void A_wrong_clear_shows_the_signature()
    {
        using var world = new CacheWorld();
        var load = Cache.Data((string path) => path.Length, new() { Name = "Load" });
        Assert.Equal(
            "RFN0131: Clearing an entry of 'Load' takes a String for 'path', but got a Int32. Its key is made of: Load(String path).",
            Assert.Throws<CacheException>(() => Cache.Clear(load, 1)).Message);
        Func<string, int> plain = path => path.Length;
        Assert.Equal(
            "RFN0130: 'lambda in A_wrong_clear_shows_the_signature' is not a cached function, so there is nothing to clear. " +
            "Pass a function that has [CacheData] or [CacheResource], or the delegate that Cache.Data or Cache.Resource gave.",
            Assert.Throws<CacheException>(() => Cache.Clear(plain)).Message);
    }

    [Fact, Trait("case", "50")]
    public async Task Callers_of_one_key_share_one_run()
    {
        using var world = new CacheWorld();
        using var start = new Barrier(8);
        var _runs = new Runs();
        var load = Cache.Data((int x) => x + _runs.Next());
        var threads = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return load(41);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Assert.All(await Task.WhenAll(threads), value => Assert.Equal(42, value));
        Assert.Equal(1, _runs.Count);
    }

    [Fact]
    public void Hosts_have_entries_of_their_own()
    {
        var _runs = new Runs();
        var load = Cache.Data((int x) => _runs.Next(), new() { Name = "Load" });
        using var outer = new CacheWorld();
        Assert.Equal((1, 1), (load(0), load(0)));
        using (new CacheWorld())
            Assert.Equal(2, load(0));
        Assert.Equal(1, load(0));
    }

    [Fact, Trait("row", "D8")]
    public void Session_scope_gives_each_scope_its_own()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var basket = Cache.Data(() => _runs.Next(), new() { Scope = CacheScope.Session, Name = "Basket" });
        using (Cache.Scope())
        {
            Assert.Equal((1, 1), (basket(), basket()));
            Assert.Equal(1, Cache.Clear(basket));
        }

        using (Cache.Scope())
            Assert.Equal(2, basket());
        Assert.Equal(
            "RFN0111: The cached function 'Basket' has Scope = CacheScope.Session, but was called outside of a session. " +
            "Call it from a page, or inside `using (Cache.Scope())`.",
            Assert.Throws<CacheException>(() => basket()).Message);
    }

    private sealed record Shop(string Name)
    {
        public int Price(int item) => item + Name.Length;
    }

    [NotKeyed]
    private sealed class Service(string name)
    {
        public string Answer(int x) => $"{name} {x}";
    }

    private readonly record struct Point(int X, int Y)
    {
        public int Sum() => X + Y;
    }
}

internal static class TextExtensions
{
    public static string Times(this string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
