using Refrain.CompilerServices;
using Refrain.Weaver.Tests.Compiling;

namespace Refrain.Weaver.Tests.Weaving;

public class ArgumentTests
{
    [Theory]
    [InlineData("", typeof(Args))]
    [InlineData("int a", typeof(Args<Keyed<int>>))]
    [InlineData("string? a", typeof(Args<Text>))]
    [InlineData("CancellationToken _a", typeof(Args<Token>))]
    [InlineData("string _a, [NotKeyed] int b, int c", typeof(Args<Unkeyed<string>, Unkeyed<int>, Keyed<int>>))]
    [InlineData("int a, int b, int c, int d", typeof(Args<Keyed<int>, Keyed<int>, Keyed<int>, Keyed<int>>))]
    [InlineData("int a, int b, int c, int d, byte e", typeof(Args<Keyed<int>, Keyed<int>, Keyed<int>, Args<Keyed<int>, Keyed<byte>>>))]
    [InlineData("params double[][,] a", typeof(Args<Keyed<double[][,]>>))]
    [InlineData("(int, string)? a, dynamic b", typeof(Args<Keyed<(int, string)?>, Keyed<object>>))]
    [Trait("row", "D5")]
    [Trait("case", "9")]
    public void Each_parameter_has_the_slot_of_its_kind(string parameters, Type expected)
    {
        using var program = WovenProgram.Of($"public static class Test {{ [CacheData] public static int F({parameters}) => 1; }}");
        Assert.Equal(expected, ArgsOf(program.Type("Test")));
    }

    [Fact]
    public void An_instance_comes_first()
    {
        using var program = WovenProgram.Of("public class Test { [CacheData] public int F(int a) => 1; }");
        Assert.Equal([typeof(Keyed<>).MakeGenericType(program.Type("Test")), typeof(Keyed<int>)], ArgsOf(program.Type("Test")).GetGenericArguments());
    }

    [Theory]
    [InlineData("[NotKeyed] public class Test")]
    [InlineData("[NotKeyed] public class Base; public class Test : Base")]
    public void An_instance_of_a_type_that_is_not_keyed_is_left_out(string type)
    {
        using var program = WovenProgram.Of(type + " { [CacheData] public int F() => 1; }");
        Assert.Equal([typeof(Unkeyed<>).MakeGenericType(program.Type("Test"))], ArgsOf(program.Type("Test")).GetGenericArguments());
    }

    [Fact]
    [Trait("row", "B1")]
    public void Many_arguments_of_every_kind_arrive_in_their_places()
    {
        using var program = WovenProgram.Of("""
            public static class Test
            {
                [CacheData]
                static string F(
                    string a, int b, double c, bool d, DateTime e, decimal f, string[] g, (int, string) h, CancellationToken i, object? _j,
                    int? k, DayOfWeek l, byte[] m, long n)
                    => $"{a} {b} {c} {d} {e.Year} {f} {g[1]} {h.Item2} {i.CanBeCanceled} {_j} {k} {l} {m.Length} {n}";

                public static string Go()
                    => F("a", 1, 2.5, true, new DateTime(2024, 1, 1), 3m, ["x", "y"], (4, "z"), default, "j", null, DayOfWeek.Friday, [1, 2], 5);
            }
            """);

        // The token can be cancelled although the caller's cannot: it is that of the computation, which may have other callers.
        Assert.Equal("a 1 2.5 True 2024 3 y z True j  Friday 2 5", program.Call("Go"));
    }

    [Fact]
    [Trait("case", "11")]
    [Trait("case", "13")]
    public void Named_and_omitted_arguments_are_bound_as_ever()
    {
        using var program = WovenProgram.Of("""
            public static class Test
            {
                [CacheData]
                public static string F(int a, string b = "b", DayOfWeek c = DayOfWeek.Friday, decimal d = 1.5m, int? e = null, params int[] f)
                    => $"{a} {b} {c} {d} {e} {f.Length}";

                public static string Omitted() => F(1);
                public static string Named() => F(b: "b", a: 1, d: 1.5m);
                public static string Given() => F(1, "x", DayOfWeek.Monday, 2m, 3, 4, 5);
            }
            """);
        Assert.Equal("1 b Friday 1.5  0", program.Call("Omitted"));
        Assert.Equal("1 b Friday 1.5  0", program.Call("Named"));
        Assert.Equal("1 x Monday 2 3 2", program.Call("Given"));
        var parameters = program.Type("Test").GetMethod("F")!.GetParameters();
        Assert.Equal(["a", "b", "c", "d", "e", "f"], parameters.Select(p => p.Name));
        Assert.Equal("b", parameters[1].DefaultValue);
        Assert.Equal(1.5m, parameters[3].DefaultValue);
        Assert.True(parameters[5].IsDefined(typeof(ParamArrayAttribute), inherit: false));
    }

    private static Type ArgsOf(Type type) => type
        .GetNestedType("<F>k__Cached", System.Reflection.BindingFlags.NonPublic)!
        .GetField("Function", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .FieldType.GetGenericArguments()[0];
}
