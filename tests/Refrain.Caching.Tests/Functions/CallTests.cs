namespace Refrain.Caching.Tests.Functions;

/// <summary>What a call of a cached function does: the core cases.</summary>
public sealed class CallTests
{
    [Fact, Trait("case", "1"), Trait("row", "B1")]
    public void A_function_without_arguments_runs_once()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Assert.Equal((1, 1), (Data(runs), Data(runs)));
        var resource = Resource(runs);
        Assert.Same(resource, Resource(runs));
        Assert.Equal(2, runs.Count);

        [CacheData]
        static int Data(Runs _runs) => _runs.Next();

        [CacheResource]
        static object Resource(Runs _runs)
        {
            _runs.Next();
            return new object();
        }
    }

    [Fact, Trait("case", "2"), Trait("row", "B2")]
    public void Each_argument_has_its_own_entry()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Assert.Equal([10, 10, 11], new[] { Data(0, runs), Data(0, runs), Data(1, runs) });
        Assert.Equal(2, runs.Count);
        Assert.Equal(["0", "0", "1"], new[] { Resource(0, runs), Resource(0, runs), Resource(1, runs) });
        Assert.Equal(4, runs.Count);

        [CacheData]
        static int Data(int x, Runs _runs)
        {
            _runs.Next();
            return x + 10;
        }

        [CacheResource]
        static string Resource(int x, Runs _runs)
        {
            _runs.Next();
            return $"{x}";
        }
    }

    [Fact, Trait("case", "3")]
    public void Floating_point_arguments_are_told_apart()
    {
        using var world = new CacheWorld();
        Assert.Equal([1.0, 3.0, 1.0], new[] { Data(1.0), Data(3.0), Data(1.0) });
        Assert.Equal(["1", "3"], new[] { Resource(1.0), Resource(3.0) });
        Assert.Equal(double.NegativeInfinity, 1 / Data(-0.0));
        Assert.Equal(double.PositiveInfinity, 1 / Data(0.0));

        [CacheData]
        static double Data(double x) => x;

        [CacheResource]
        static string Resource(double x) => FormattableString.Invariant($"{x}");
    }

    [Fact, Trait("case", "5"), Trait("row", "B5")]
    public void An_exception_is_not_cached()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("data", Assert.Throws<InvalidOperationException>(() => Data(runs)).Message);
            Assert.Equal("resource", Assert.Throws<InvalidOperationException>(() => Resource(runs)).Message);
        }

        Assert.Equal(4, runs.Count);
        Assert.All(Cache.Inspect(), report => Assert.Equal(0, report.Entries));

        [CacheData]
        static int Data(Runs _runs)
        {
            _runs.Next();
            throw new InvalidOperationException("data");
        }

        [CacheResource]
        static object Resource(Runs _runs)
        {
            _runs.Next();
            throw new InvalidOperationException("resource");
        }
    }

    [Fact, Trait("row", "B5")]
    public void Nothing_null_and_empty_are_cached()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        for (var i = 0; i < 2; i++)
        {
            Void(runs);
            Assert.Null(Null(runs));
            Assert.Empty(Empty(runs));
        }

        Assert.Equal(3, runs.Count);
        Assert.All(["Void", "Null", "Empty"], name => Assert.Equal((1, 1L), (world.Report(name).Entries, world.Report(name).Hits)));

        [CacheData]
        static void Void(Runs _runs) => _runs.Next();

        [CacheData]
        static string? Null(Runs _runs)
        {
            _runs.Next();
            return null;
        }

        [CacheData]
        static List<int> Empty(Runs _runs)
        {
            _runs.Next();
            return [];
        }
    }

    [Fact, Trait("case", "7"), Trait("row", "B3")]
    public void Mutating_a_data_result_reaches_nobody_else()
    {
        using var world = new CacheWorld();
        var first = Data();
        first[0] = 99;
        var second = Data();
        Assert.Equal([1, 2, 3], second);
        second.Add(4);
        Assert.Equal([1, 2, 3], Data());

        [CacheData]
        static List<int> Data() => [1, 2, 3];
    }

    [Fact, Trait("case", "8"), Trait("row", "C1")]
    public void A_resource_is_one_object_for_everyone()
    {
        using var world = new CacheWorld();
        Resource().Add(4);
        Assert.Equal([1, 2, 3, 4], Resource());
        Assert.Same(Resource(), Resource());

        [CacheResource]
        static List<int> Resource() => [1, 2, 3];
    }

    [Fact, Trait("case", "9"), Trait("row", "D5")]
    public void What_is_not_keyed_does_not_matter()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Sum(1, "a", new object(), runs);
        Sum(1, "b", new object(), runs);
        Assert.Equal(1, runs.Count);

        [CacheData]
        static int Sum(int x, string _note, [NotKeyed] object other, Runs _runs)
        {
            _ = (_note, other);
            _runs.Next();
            return x;
        }
    }

    [Fact, Trait("case", "10")]
    public void Every_keyed_argument_matters()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Sum(1, [2], runs);
        Sum(2, [2], runs);
        Sum(1, [2, 3], runs);
        Sum(1, [2], runs, named: 5);
        Assert.Equal(4, runs.Count);
        Sum(1, [2], runs);
        Assert.Equal(4, runs.Count);

        [CacheData]
        static int Sum(int x, int[] more, Runs _runs, int named = 0)
        {
            _runs.Next();
            return x + more.Sum() + named;
        }
    }

    [Fact, Trait("case", "11"), Trait("case", "13")]
    public void Order_names_and_defaults_of_arguments_do_not_matter()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Load("a", runs);
        Load(_runs: runs, path: "a");
        Load("a", runs, rows: 10);
        Assert.Equal(1, runs.Count);

        [CacheData]
        static string Load(string path, Runs _runs, int rows = 10)
        {
            _runs.Next();
            return path + rows;
        }
    }

    [Fact, Trait("case", "14")]
    public void Strings_that_imitate_the_framing_are_other_keys()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Get("a", runs, "b");
        Get("a\0b", runs);
        Get("a,b", runs);
        Get("", runs, "ab");
        Assert.Equal(4, runs.Count);

        [CacheData]
        static string Get(string doc, Runs _runs, string org = "")
        {
            _runs.Next();
            return doc + org;
        }
    }

    [Fact, Trait("row", "B1")]
    public void Calls_through_delegates_are_cached()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Func<int, Runs, int> call = Twice;
        Assert.Equal([4, 4], new[] { call(2, runs), Twice(2, runs) });
        Assert.Equal([2, 2], new[] { 1, 1 }.Select(x => call(x, runs)));
        Assert.Equal(2, runs.Count);

        [CacheData]
        static int Twice(int x, Runs _runs)
        {
            _runs.Next();
            return 2 * x;
        }
    }

    [Fact, Trait("row", "B2")]
    public void Overloads_and_instantiations_are_separate_functions()
    {
        using var world = new CacheWorld();
        Assert.Equal("int 1", Overloads.Show(1));
        Assert.Equal("string 1", Overloads.Show("1"));
        Assert.Equal(typeof(int), Overloads.TypeOf<int>());
        Assert.Equal(typeof(string), Overloads.TypeOf<string>());
        Assert.Equal(4, Cache.Inspect().Count);
    }

    [Fact]
    public void Instances_of_equal_content_share_entries_and_unkeyed_ones_always()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        new Keyed(1).Get(runs);
        new Keyed(1).Get(runs);
        new Keyed(2).Get(runs);
        Assert.Equal(2, runs.Count);
        new Unkeyed(1).Get(runs);
        new Unkeyed(2).Get(runs);
        Assert.Equal(3, runs.Count);
    }

    [Fact]
    public void A_stack_trace_shows_the_users_method_and_not_the_wrapper()
    {
        using var world = new CacheWorld();
        var exception = Assert.Throws<InvalidOperationException>(() => Overloads.Fail());
        Assert.Contains("CallTests.cs", exception.StackTrace, StringComparison.Ordinal);
    }

    private static class Overloads
    {
        [CacheData]
        public static string Show(int x) => $"int {x}";

        [CacheData]
        public static string Show(string x) => $"string {x}";

        [CacheData]
        public static Type TypeOf<T>() => typeof(T);

        [CacheData]
        public static int Fail() => throw new InvalidOperationException("no");
    }

    private sealed class Keyed(int id)
    {
        [CacheData]
        public int Get(Runs _runs)
        {
            _runs.Next();
            return id;
        }
    }

    [NotKeyed]
    private sealed class Unkeyed(int id)
    {
        [CacheData]
        public int Get(Runs _runs)
        {
            _runs.Next();
            return id;
        }
    }
}
