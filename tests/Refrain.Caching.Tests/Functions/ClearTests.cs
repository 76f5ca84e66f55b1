namespace Refrain.Caching.Tests.Functions;

/// <summary>Clears by entry, function, kind and tag.</summary>
[Trait("row", "D7")]
public sealed class ClearTests
{
    [Fact, Trait("case", "20")]
    public void Clearing_a_function_leaves_the_others()
    {
        using var world = new CacheWorld();
        var (one, two) = (new Runs(), new Runs());
        One(one);
        Two(two);
        Assert.Equal(1, Cache.Clear(One));
        One(one);
        Two(two);
        Assert.Equal((2, 1), (one.Count, two.Count));
        Assert.Equal(1, Cache.Clear(Two));
        One(one);
        Two(two);
        Assert.Equal((2, 2), (one.Count, two.Count));

        [CacheData]
        static int One(Runs _runs) => _runs.Next();

        [CacheResource]
        static object Two(Runs _runs) => _runs.Next();
    }

    [Fact, Trait("case", "21")]
    public void A_type_wide_clear_leaves_the_other_kind()
    {
        using var world = new CacheWorld();
        var (data, resource) = (new Runs(), new Runs());
        for (var i = 0; i < 3; i++)
        {
            Data(i, data);
            Resource(i, resource);
        }

        Assert.Equal(3, Cache.ClearData());
        Data(0, data);
        Resource(0, resource);
        Assert.Equal((4, 3), (data.Count, resource.Count));
        Assert.Equal(3, Cache.ClearResources());
        Data(0, data);
        Resource(0, resource);
        Assert.Equal((4, 4), (data.Count, resource.Count));

        [CacheData]
        static int Data(int x, Runs _runs)
        {
            _runs.Next();
            return x;
        }

        [CacheResource]
        static object Resource(int x, Runs _runs)
        {
            _runs.Next();
            return x;
        }
    }

    [Fact, Trait("case", "22")]
    public void Clearing_an_entry_leaves_the_others()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Get(1, runs);
        Assert.Equal(0, Cache.Clear(Get, 2));
        Get(1, runs);
        Assert.Equal(1, runs.Count);
        Assert.Equal(1, Cache.Clear(Get, 1));
        Get(1, runs);
        Assert.Equal(2, runs.Count);

        [CacheData]
        static int Get(int x, Runs _runs)
        {
            _runs.Next();
            return x;
        }
    }

    [Fact, Trait("case", "24")]
    public void Clearing_a_method_without_arguments_clears_all_instances()
    {
        using var world = new CacheWorld();
        var (a, b) = (new Shop("a"), new Shop("b"));
        a.Price(1);
        b.Price(1);
        Assert.Equal(1, Cache.Clear(a.Price, 1));
        a.Price(1);
        Assert.Equal(2, Cache.Clear(a.Price));
    }

    [Fact]
    public void Arguments_are_bound_as_a_calls_are()
    {
        using var world = new CacheWorld();
        Fill();
        Assert.Equal(1, Cache.Clear(Get, 1));
        Fill();
        Assert.Equal(1, Cache.Clear(Get, (short)1, "x"));
        Fill();
        Assert.Equal(1, Cache.Clear(Get, 1, "x", null));
        Sum([1, 2]);
        Assert.Equal(1, Cache.Clear(Sum, new[] { 1, 2 }));
        Words(["a", "b"]);
        Assert.Equal(1, Cache.Clear(Words, new[] { "a", "b" }));
        Words(null);
        Assert.Equal(1, Cache.Clear(Words, null));
        Load("a", new object(), default);
        Assert.Equal(1, Cache.Clear(Load, "a"));

        static void Fill() => Get(1, new Runs());

        [CacheData]
        static long Get(long x, Runs _runs, string text = "x", int? more = null) => x + text.Length + (more ?? 0) + _runs.Count;

        [CacheData]
        static int Sum(int[] numbers) => numbers.Sum();

        [CacheData]
        static int Load(string path, [NotKeyed] object note, CancellationToken cancellation)
        {
            _ = (note, cancellation);
            return path.Length;
        }

        [CacheData]
        static int Words(string[]? words) => words?.Length ?? 0;
    }

    [Fact]
    public void Wrong_arguments_show_the_signature()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0131: Clearing an entry of 'Get' takes 1 to 2 arguments here, but got 3. Its key is made of: Get(Int32 x, String text).",
            Assert.Throws<CacheException>(() => Cache.Clear(Get, 1, "a", 2)).Message);
        Assert.Equal(
            "RFN0131: Clearing an entry of 'Get' takes a Int32 for 'x', but got a String. Its key is made of: Get(Int32 x, String text).",
            Assert.Throws<CacheException>(() => Cache.Clear(Get, "1")).Message);
        Assert.Equal(
            "RFN0131: Clearing an entry of 'Get' takes a Int32 for 'x', which cannot be null. Its key is made of: Get(Int32 x, String text).",
            Assert.Throws<CacheException>(() => Cache.Clear(Get, null)).Message);
        Assert.Equal(
            "RFN0130: 'Plain' is not a cached function, so there is nothing to clear. Pass a function that has [CacheData] or [CacheResource], or the delegate that Cache.Data or Cache.Resource gave.",
            Assert.Throws<CacheException>(() => Cache.Clear(Plain)).Message);

        [CacheData]
        static int Get(int x, string text = "x") => x + text.Length;

        static int Plain() => 0;
    }

    [Fact]
    public void A_tag_clears_the_functions_that_carry_it()
    {
        using var world = new CacheWorld();
        Sales();
        Stock();
        Assert.Equal(1, Cache.ClearTag("sales"));
        Assert.Equal((0, 1), (world.Report("Sales").Entries, world.Report("Stock").Entries));
        Assert.Equal(0, Cache.ClearTag("none"));
        Sales();
        Shop();
        Assert.Equal(3, Cache.ClearTag("all"));

        [CacheResource(Tags = ["all"])]
        static object Shop() => new();

        [CacheData(Tags = ["sales", "all"])]
        static int Sales() => 1;

        [CacheData(Tags = ["stock", "all"])]
        static int Stock() => 1;
    }

    [Fact]
    public void Of_overloads_a_cast_says_which()
    {
        using var world = new CacheWorld();
        Overloads.Get(1);
        Overloads.Get("1");
        Assert.Equal(1, Cache.Clear((Func<int, int>)Overloads.Get, 1));
        Assert.Equal(0, Cache.Clear((Func<int, int>)Overloads.Get));
        Assert.Equal(1, Cache.Clear((Func<string, int>)Overloads.Get));
    }

    [Fact, Trait("row", "D8")]
    public void In_session_scope_a_clear_of_a_function_means_this_session_and_wider_ones_mean_all()
    {
        using var world = new CacheWorld();
        using (Cache.Scope())
        {
            Fill();
            using (Cache.Scope())
            {
                Fill();
                Assert.Equal(1, Cache.Clear(Basket, 1));
                Assert.Equal(1, Cache.Clear(Basket));
                Assert.Equal(0, Cache.Clear(Basket));
                Assert.Equal(2, world.Report("Basket").Entries);
                Fill();
                Assert.Equal(4, Cache.ClearTag("mine"));
                Fill();
                Assert.Equal(2, Cache.ClearData());
            }

            Fill();
            using (Cache.Scope())
            {
                Fill();
                Assert.Equal(4, Cache.ClearData());
            }

            Fill();
        }

        Assert.Equal(0, Cache.Clear(Basket));

        static void Fill()
        {
            Basket(1);
            Basket(2);
        }

        [CacheData(Scope = CacheScope.Session, Tags = ["mine"])]
        static int Basket(int x) => x;
    }

    [Fact]
    public void Hosts_do_not_clear_each_other()
    {
        using var outer = new CacheWorld();
        Get();
        using (new CacheWorld())
        {
            Get();
            Assert.Equal(1, Cache.ClearData());
        }

        Assert.Equal(1, outer.Report("Get").Entries);

        [CacheData]
        static int Get() => 1;
    }

    private static class Overloads
    {
        [CacheData]
        public static int Get(int x) => x;

        [CacheData]
        public static int Get(string x) => x.Length;
    }

    private sealed record Shop(string Name)
    {
        [CacheData]
        public int Price(int item) => item + Name.Length;
    }
}
