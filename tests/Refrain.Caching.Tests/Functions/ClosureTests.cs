namespace Refrain.Caching.Tests.Functions;

/// <summary>What a lambda captures is in its key, exactly as far as it is read.</summary>
[Trait("case", "15")]
public sealed class ClosureTests
{
    private readonly int _one = 1;

    private static Func<int, int> Adder(int offset, string unread, Runs _runs)
    {
        Func<string> neighbour = () => unread;
        Assert.Equal(unread, neighbour());
        return Cache.Data((int x) =>
        {
            _runs.Next();
            return x + offset;
        });
    }

    [Fact]
    public void Other_captured_values_are_other_entries_and_an_unread_variable_changes_nothing()
    {
        using var world = new CacheWorld();
        var runs = new Runs();
        Assert.Equal(11, Adder(10, "a", runs)(1));
        Assert.Equal(21, Adder(20, "a", runs)(1));
        Assert.Equal(2, runs.Count);
        Assert.Equal(11, Adder(10, "b", runs)(1));
        Assert.Equal(21, Adder(20, "c", new Runs())(1));
        Assert.Equal(2, runs.Count);
        Assert.Equal(2, Assert.Single(Cache.Inspect()).Entries);
    }

    [Fact]
    public void The_value_counts_that_a_variable_has_at_the_call()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var year = 2025;
        var load = Cache.Data(() => year * 10 + _runs.Next());
        Assert.Equal(20251, load());
        year = 2026;
        Assert.Equal(20262, load());
        Assert.Equal(2, Cache.Clear(load));
        year = 2025;
        Assert.Equal(20253, load());
    }

    [Fact]
    public void A_clear_with_arguments_means_the_captured_values_as_they_are_now()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var year = 2025;
        var load = Cache.Data((int x) => year + x + _runs.Next());
        load(0);
        year = 2026;
        load(0);
        Assert.Equal((1, 0), (Cache.Clear(load, 0), Cache.Clear(load, 0)));
        year = 2025;
        Assert.Equal(2026, load(0));
        Assert.Equal(1, Cache.Clear(load));
    }

    [Fact]
    public void The_lambda_of_the_caller_runs_not_that_of_the_first()
    {
        using var world = new CacheWorld();
        Assert.Equal("a", Ask(1, "a"));
        Assert.Equal("b", Ask(2, "b"));
        Assert.Equal("a", Ask(1, "c"));

        static string Ask(int x, string _answer) => Cache.Data((int y) => _answer)(x);
    }

    [Fact]
    public void Variables_of_enclosing_blocks_are_found()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var outer = 0; outer < 2; outer++)
            {
                var a = outer;
                for (var inner = 0; inner < 2; inner++)
                {
                    var (b, unread) = (inner, pass);
                    Func<int> other = () => unread;
                    var sum = Cache.Data((int x) => x + 10 * a + 100 * b + 0 * _runs.Next());
                    Assert.Equal(10 * outer + 100 * inner + 1, sum(1));
                    Assert.Equal(pass, other());
                }
            }
        }

        Assert.Equal(4, _runs.Count);
    }

    [Fact]
    public void What_local_functions_nested_lambdas_and_queries_read_counts()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var (a, b, c, d) = (1, 1, 1, 1);
        int Local() => a + Deeper();
        int Deeper() => b;
        var sum = Cache.Data((int x) => Local() + Enumerable.Range(0, x).Select(n => n * c).Sum() + (from n in new[] { 1 } let m = n select m + d).Sum() + 0 * _runs.Next());
        int[] Calls() => [sum(2), sum(2)];
        Calls();
        a = 2;
        Calls();
        b = 2;
        Calls();
        c = 2;
        Calls();
        d = 2;
        Assert.Equal([9, 9], Calls());
        Assert.Equal(5, _runs.Count);
    }

    [Fact]
    public async Task What_an_async_lambda_reads_after_an_await_counts()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var factor = 2;
        var load = Cache.Data(async (int x) =>
        {
            await Task.Yield();
            var more = await Task.Run(() => factor);
            return x * more + 0 * _runs.Next();
        });
        Assert.Equal((6, 6), (await load(3), await load(3)));
        factor = 3;
        Assert.Equal(9, await load(3));
        Assert.Equal(2, _runs.Count);
    }

    [Fact]
    public void The_instance_is_keyed_as_that_of_a_method()
    {
        using var world = new CacheWorld();
        Assert.Equal(("a1", "b1"), (new Page("a").Load(1), new Page("b").Load(1)));
        Assert.Equal(("a1", "a2"), (new Page("a").Load(1), new Page("a").LoadBoth(2)));
        Assert.Equal(1, Cache.Inspect().Sum(report => report.Hits));
        Assert.Equal("a1", new Shared("a").Load(1));
        Assert.Equal("a1", new Shared("b").Load(1));
    }

    [Fact]
    public void Collections_are_compared_by_content_and_structs_too()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var rows = new List<int> { 1, 2 };
        var size = (Width: 1, Height: 2);
        var sum = Cache.Data(() => rows.Sum() + size.Width + 0 * _runs.Next());
        Assert.Equal((4, 4), (sum(), sum()));
        rows.Add(3);
        Assert.Equal(7, sum());
        size = (2, 2);
        Assert.Equal(8, sum());
        rows = [1, 2];
        size = (1, 2);
        Assert.Equal(4, sum());
        Assert.Equal(3, _runs.Count);
    }

    [Fact]
    public void A_captured_token_is_not_in_the_key()
    {
        using var world = new CacheWorld();
        using var source = new CancellationTokenSource();
        Assert.Equal((1, 1), (Count(default, new Runs()), Count(source.Token, new Runs())));
        Assert.Equal(1, Assert.Single(Cache.Inspect()).Hits);

        static int Count(CancellationToken token, Runs _runs) => Cache.Data(() => token.IsCancellationRequested ? 0 : _runs.Next())();
    }

    [Fact]
    public void Lambdas_that_run_the_same_code_are_one_function()
    {
        using var world = new CacheWorld();
        var one = Cache.Data((int x) => x * 3);
        var same = Cache.Data((int y) => y * 3);
        var other = Cache.Data((int x) => x * 4);
        Assert.Equal((6, 6, 8), (one(2), same(2), other(2)));
        Assert.Equal([0, 1], Cache.Inspect().Select(report => report.Hits).Order());
        Assert.Equal(1, Cache.Clear(same));
    }

    [Fact]
    public void The_same_code_is_one_function_whatever_the_delegate_is_called()
    {
        using var world = new CacheWorld();
        var _runs = new Runs();
        var natural = Cache.Data((int x) => x + _runs.Next());
        var named = Cache.Data<Converter<int, int>>(x => x + _runs.Next());
        Assert.Equal((11, 11, 22), (natural(10), named(10), named(20)));
        Assert.Equal(22, natural(20));
        Assert.Equal(2, Cache.Clear(natural));
        Assert.Equal(13, named(10));
    }

    [Fact]
    public void Generic_closures_are_read()
    {
        using var world = new CacheWorld();
        Assert.Equal(("1", "x", "2"), (Show(1), Show("x"), Show(2)));
        Assert.Equal(3, Cache.Inspect().Sum(report => report.Entries));

        static string Show<T>(T value) => Cache.Data(() => $"{value}")();
    }

    [Fact]
    public void What_has_no_content_names_the_variable()
    {
        using var world = new CacheWorld();
        using var connection = new FakeConnection();
        var error = Assert.Throws<UnkeyableArgumentException>(() => Cache.Data(() => connection.State.ToString(), new() { Name = "State" })());
        Assert.Equal(("State", "connection", "connection"), (error.Function, error.Parameter, error.MemberPath));
        Assert.Equal(
            "RFN0101: 'State' cannot be cached by the variable 'connection' that it captures: 'connection' is a FakeConnection, a connection. " +
            "Leave it out of the key by naming it '_connection', or by passing it as a parameter of that name, or say what stands for it: " +
            "CacheKeys.Register<FakeConnection>(x => ...).",
            error.Message);
        var _connection = connection;
        Assert.Equal("Closed", Cache.Data(() => _connection.State.ToString())());
    }

    [Fact]
    public void An_instance_without_content_says_how_to_leave_it_out()
    {
        using var world = new CacheWorld();
        Assert.Equal(
            "RFN0101: 'Load' cannot be cached by the variable 'this' that it captures: 'this._act' is an Action, a delegate. " +
            "Let it use parameters instead of members of the instance, leave the instance out of the key by marking ClosureTests.Caller [NotKeyed], " +
            "or say what stands for it: CacheKeys.Register<Action>(x => ...).",
            Assert.Throws<UnkeyableArgumentException>(() => new Caller(() => { }).Load()).Message);
    }

    [Fact]
    public void A_captured_variable_is_not_to_be_changed()
    {
        using var world = new CacheWorld();
        var (count, point, text) = (0, new Corner(), "1");
        Refused("count", () => Cache.Data(() => ++count));
        Refused("count", () => Cache.Data(() => Interlocked.Increment(ref count)));
        Refused("count", () => Cache.Data(() => int.TryParse(text, out count)));
        Refused("point", () => Cache.Data(() => point.X = 1));
        Refused("point", () => Cache.Data(() => point.X += 1));
        Refused("point", () => Cache.Data(() => point = default));
        Refused("count", () => Cache.Data(() => new[] { 1 }.Select(n => count += n).Sum()));
        Refused("count", () => Cache.Data(async () =>
        {
            await Task.Yield();
            count = 1;
        }));
        Assert.Equal(3, Cache.Data(() => point.Next().X + In(in count) + (count == 0 ? 1 : 0))() + _one);

        static int In(in int x) => x;

        static void Refused(string variable, Action open) => Assert.Equal(
            $"RFN0181: The function 'lambda in A_captured_variable_is_not_to_be_changed' cannot be cached: it changes the captured variable '{variable}', " +
            "and a call that is answered from the cache would not. Return the new value instead.",
            Assert.Throws<CacheException>(open).Message);
    }

    [Fact]
    public void Variables_of_its_own_may_change()
    {
        using var world = new CacheWorld();
        var factor = 2;
        var sum = Cache.Data((int x) =>
        {
            var total = 0;
            void Add(int n) => total += n * factor;
            Enumerable.Range(0, x).ToList().ForEach(Add);
            Enumerable.Range(0, x).ToList().ForEach(n => total += n);
            return total;
        });
        Assert.Equal(9, sum(3));
        factor = 3;
        Assert.Equal(12, sum(3));
    }

    private struct Corner
    {
        public int X;

        public readonly Corner Next() => new() { X = X + 1 };
    }

    private sealed class Page(string name)
    {
        private string Name { get; } = name;

        public string Load(int x) => Cache.Data((int y) => Name + y)(x);

        public string LoadBoth(int x)
        {
            var captured = x;
            return Cache.Data(() => Name + captured)();
        }
    }

    [NotKeyed]
    private sealed class Shared(string name)
    {
        private string Name { get; } = name;

        public string Load(int x) => Cache.Data(() => Name + x)();
    }

    private sealed class Caller(Action act)
    {
        private readonly Action _act = act;

        public int Load() => Cache.Data(() => _act.Method.Name.Length, new() { Name = "Load" })();
    }
}
