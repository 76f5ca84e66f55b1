using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests.Functions;

/// <summary>What the door refuses, in the words of the weaver where it would refuse the same.</summary>
public sealed class DoorRefusalTests
{
    private delegate bool Try(string path, out string text);

    private delegate int ByReference(ref int x);

    private delegate int ByIn(in int x);

    private delegate int ByReadOnlyReference(ref readonly int x);

    private delegate int OfSpan(ReadOnlySpan<char> text);

    private delegate ref int GivesReference();

    private delegate Span<int> GivesSpan();

    private static int _place;

    [Fact]
    public void Parameters_that_are_no_values()
    {
        Cannot("RFN0011", "its parameter 'text' is passed by 'out', and a call that is answered from the cache does not run the function. " +
            "Return what it gives, several values as a tuple", () => Cache.Data<Try>(TryLoad), "TryLoad");
        Cannot("RFN0011", "its parameter 'n' is passed by 'ref', and a call that is answered from the cache does not run the function. " +
            "Return what it gives, several values as a tuple", () => Cache.Data<ByReference>((ref int n) => n));
        Cannot("RFN0011", "its parameter 'n' is passed by 'in', and a call that is answered from the cache does not run the function. " +
            "Take it by value", () => Cache.Data<ByIn>((in int n) => n));
        Cannot("RFN0011", "its parameter 'n' is passed by 'ref readonly', and a call that is answered from the cache does not run the function. " +
            "Take it by value", () => Cache.Data<ByReadOnlyReference>((ref readonly int n) => n));
        Cannot("RFN0012", "its parameter 'text' is a 'ReadOnlySpan<char>', which lives on the stack and cannot be kept as part of a key. " +
            "Take a string, an array or a ReadOnlyMemory<T>", () => Cache.Data<OfSpan>(text => text.Length));
    }

    [Fact]
    public void Pointers_are_no_values()
    {
        using var app = CompiledCode.Load("""
            using Refrain;
            public static unsafe class App
            {
                public delegate int OfPointer(int* x);
                public delegate int* GivesPointer();
                public static void Take() => Cache.Data<OfPointer>(n => 1);
                public static void Give() => Cache.Data<GivesPointer>(() => null);
            }
            """);
        Cannot("RFN0013", "its parameter 'n' is a 'int*', and what a pointer points at is not known to a key. " +
            "Take the value, an array or a ReadOnlyMemory<T>", ((MethodInfo)app.Method("Take")).CreateDelegate<Action>(), "lambda in Take");
        Cannot("RFN0023", "it returns a 'int*', which cannot be kept. Return a string, an array or a ReadOnlyMemory<T>",
            ((MethodInfo)app.Method("Give")).CreateDelegate<Action>(), "lambda in Give");
    }

    [Fact, Trait("case", "68")]
    public void Results_that_are_no_values()
    {
        Cannot("RFN0015", "it gives its items one by one with 'yield', when they are asked for, so there is no value to keep when it returns. " +
            "Return a list or an array", () => Cache.Data(Lazily), "Lazily");
        Cannot("RFN0016", "it returns the async stream 'IAsyncEnumerable<int>', which gives its items one by one, when they are asked for, " +
            "so there is no value to keep when it returns. Collect the items and return a Task<List<T>>", () => Cache.Resource(Stream), "Stream");
        Cannot("RFN0021", "it returns 'DoorRefusalTests.Later', a kind of task the cache cannot wait for. Return a Task<T> or a ValueTask<T>", () => Cache.Data(() => new Later()));
        Cannot("RFN0022", "it returns by 'ref', and the cache keeps values, not places. Return the value", () => Cache.Data<GivesReference>(() => ref _place));
        Cannot("RFN0023", "it returns a 'Span<int>', which cannot be kept. Return a string, an array or a ReadOnlyMemory<T>",
            () => Cache.Data<GivesSpan>(() => default));
        Action endless = async () => await Task.Yield();
        Cannot("RFN0024", "it is 'async void', so nobody can know when it has ended. Return a Task", () => Cache.Data(endless));

        static IEnumerable<int> Lazily()
        {
            yield return 1;
        }

        static async IAsyncEnumerable<int> Stream()
        {
            await Task.Yield();
            yield return 1;
        }
    }

    [Fact, Trait("case", "70b")]
    public async Task A_value_that_must_still_be_awaited_is_refused_each_time()
    {
        using var world = new CacheWorld();
        var inner = Cache.Data(() => Task.FromResult(Task.FromResult(1)), new() { Name = "Inner" });
        var lazy = Cache.Resource(() => new Lazy<Task<int>>(() => Task.FromResult(1)), new() { Name = "Late" });
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal("RFN0121", (await Assert.ThrowsAsync<UncopyableValueException>(() => inner())).Id);
            Assert.Equal("RFN0122", Assert.Throws<UncopyableValueException>(() => lazy()).Id);
        }

        Assert.Equal(0, Cache.Inspect().Sum(report => report.Entries));
    }

    [Fact]
    public void What_is_cached_already()
    {
        using var world = new CacheWorld();
        var door = Cache.Data((int x) => x, new() { Name = "Load" });
        Already("Load", () => Cache.Data(door));
        Already("Attributed", () => Cache.Resource(Attributed));

        static void Already(string name, Action open) => Assert.Equal(
            $"RFN0180: The function '{name}' is cached already: a call of it goes through the cache as it is. Use it directly.",
            Assert.Throws<CacheException>(open).Message);

        [CacheData]
        static int Attributed(int x) => x;
    }

    [Fact]
    public void Delegates_without_one_piece_of_code()
    {
        Action twice = First;
        twice += Second;
        Cannot("RFN0182", "the delegate calls several functions, and only the last one's value would be kept. Pass one of them", () => Cache.Data(twice), "Second");
        Expression<Func<int, int>> written = x => x + 1;
        var compiled = written.Compile();
        const string MadeAtRunTime = "the delegate was made at run time, so there is no code to know it by. " +
            "Pass a lambda or a method that is written in code and calls it";
        Cannot("RFN0183", MadeAtRunTime, () => Cache.Data(compiled), compiled.Method.Name);
        var open = typeof(string).GetMethod(nameof(string.Trim), Type.EmptyTypes)!.CreateDelegate<Func<string, string>>();
        Cannot("RFN0183", MadeAtRunTime, () => Cache.Data(open), "Trim");
        Cannot("RFN0183", MadeAtRunTime, () => Cache.Data<Func<int>>(new Func<int>(() => 1).Invoke), "Invoke");
        Assert.Throws<ArgumentNullException>("function", () => Cache.Data<Action>(null!));
        Assert.Throws<ArgumentNullException>("function", () => Cache.Resource<Action>(null!));

        static void First() => _place = 1;

        static void Second() => _place = 2;
    }

    private static bool TryLoad(string path, out string text)
    {
        text = path;
        return true;
    }

    private static void Cannot(string id, string why, Action open, [CallerMemberName] string name = "")
    {
        var error = Assert.Throws<CacheException>(open);
        var function = name.StartsWith("Parameters", StringComparison.Ordinal) || name.StartsWith("Results", StringComparison.Ordinal) ? $"lambda in {name}" : name;
        Assert.Equal(($"{id}: The function '{function}' cannot be cached: {why}.", function), (error.Message, error.Function));
    }

    [AsyncMethodBuilder(typeof(AsyncTaskMethodBuilder))]
    private sealed class Later;
}
