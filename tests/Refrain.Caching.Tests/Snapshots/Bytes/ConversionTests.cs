using System.Collections;
using System.Reflection;
using Refrain.Caching.Snapshots.Bytes;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests.Snapshots.Bytes;

/// <summary>Values of types that a reload replaced.</summary>
public class ConversionTests
{
    private const string Sales = """
        using System.Collections.Generic;
        public enum Colour { Red, Blue }
        public class Part { public int Id; public Sale Owner; }
        public class Basket : List<Part> { public string Name; }
        public class Sale { public string City = ""; public double[] Bulk; public Dictionary<string, Part> Parts = []; public Colour Colour; public Basket Basket; @ }
        public static class Data
        {
            public static List<Sale> Load()
            {
                var sale = new Sale { City = "Graz", Colour = Colour.Blue, Bulk = new double[5000], Basket = new() { Name = "b" } };
                sale.Parts["a"] = new Part { Id = 7, Owner = sale };
                sale.Basket.Add(sale.Parts["a"]);
                return [sale, sale];
            }
        }
        """;

    [Theory]
    [InlineData("public int Old;", "public int Old;")]
    [InlineData("", "public int New = 3;")]
    [InlineData("public Part Gone = new();", "")]
    public void A_value_is_rebuilt_where_its_fields_agree(string before, string after)
    {
        using var old = CompiledCode.Load(Sales.Replace("@", before, StringComparison.Ordinal));
        using var now = CompiledCode.Load(Sales.Replace("@", after + " public int Extra() => 1;", StringComparison.Ordinal));
        Assert.True(ValueBytes.TryConvert(Load(old), Returned(old), Returned(now), out var converted, out var changed), changed);
        var list = (IList)converted!;
        Assert.Equal(Returned(now), list.GetType());
        Assert.Same(list[0], list[1]);
        var part = ((IDictionary)Field(list[0], "Parts")!)["a"];
        Assert.Equal(("Graz", 7, "Blue"), (Field(list[0], "City"), Field(part, "Id"), Field(list[0], "Colour")!.ToString()));
        Assert.Same(list[0], Field(part, "Owner"));
        Assert.Equal(5000, ((double[])Field(list[0], "Bulk")!).Length);
        Assert.Same(part, ((IList)Field(list[0], "Basket")!)[0]);
        Assert.Equal("b", Field(Field(list[0], "Basket"), "Name"));
        if (after.Contains("New", StringComparison.Ordinal))
            Assert.Equal(0, Field(list[0], "New"));
    }

    [Theory]
    [InlineData("public int Id;", "public long Id;", "Part")]
    [InlineData("Red, Blue", "Blue, Red", "Colour")]
    [InlineData("class Part", "struct Part", "Part")]
    [InlineData("Basket : List<Part>", "Basket : HashSet<Part>", "Basket")]
    public void A_type_that_does_not_agree_is_named(string before, string after, string type)
    {
        using var old = CompiledCode.Load(Sales.Replace("@", "", StringComparison.Ordinal));
        using var now = CompiledCode.Load(Sales.Replace("@", "", StringComparison.Ordinal).Replace(before, after, StringComparison.Ordinal));
        Assert.False(ValueBytes.TryConvert(Load(old), Returned(old), Returned(now), out var converted, out var changed));
        Assert.Null(converted);
        Assert.Contains(type, changed, StringComparison.Ordinal);
    }

    private static object? Load(CompiledCode code) => Method(code).Invoke(null, null);

    private static Type Returned(CompiledCode code) => Method(code).ReturnType;

    private static MethodInfo Method(CompiledCode code) => code.Assembly.GetType("Data")!.GetMethod("Load")!;

    private static object? Field(object? value, string name) => value!.GetType().GetField(name)!.GetValue(value);
}
