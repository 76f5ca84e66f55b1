using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots;

public class MasterTests
{
    [Fact]
    public void A_master_is_read_by_many_threads_at_once()
    {
        var values = CopyTests.Collections.Cast<object[]>().Select(row => row[0])
            .Concat(Enumerable.Range(0, 50).Select(seed => RandomGraph.Build(seed)!).Where(value => value != null))
            .Append(new JsonObject { ["a"] = JsonNode.Parse("""{"b":[1,2,3]}""") });
        foreach (var value in values)
        {
            var expected = Key.Of(value);
            var frozen = Graph.Freeze(value);
            Assert.All(Together.Run(4, () => Key.Of(frozen.HandOut())), key => Assert.Equal(expected, key));
        }
    }

    [Fact]
    [Trait("row", "D3")]
    public void Sizes_count_what_a_value_holds()
    {
        Assert.InRange(Graph.Freeze(new byte[1000]).Size, 1000, 1100);
        Assert.InRange(Graph.Freeze(new string('a', 1000)).Size, 2000, 2100);
        Assert.InRange(Graph.Freeze(Enumerable.Range(0, 1000).Select(number => new string('a', 100)).ToList()).Size, 222_000, 240_000);
        var shared = new byte[1000];
        Assert.InRange(Graph.Freeze(new[] { shared, shared }).Size, 1000, 1200);
        Assert.True(Graph.Freeze(Enumerable.Range(0, 1000).ToDictionary(number => number, number => new byte[100])).Size > 100_000);
    }

    [Fact]
    [Trait("row", "A3")]
    public void Types_of_replaced_code_can_be_unloaded()
    {
        var type = CopyAndKeyUnloadable();
        for (var time = 0; time < 20 && type.IsAlive; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(type.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CopyAndKeyUnloadable()
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new("Script"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Script");
        var builder = module.DefineType("Sale", TypeAttributes.Public);
        builder.DefineField("Items", typeof(List<int>), FieldAttributes.Public);
        var type = builder.CreateType();
        var value = Activator.CreateInstance(type)!;
        type.GetField("Items")!.SetValue(value, new List<int> { 1 });
        var list = Array.CreateInstance(type, 1);
        list.SetValue(value, 0);
        Assert.Equal(Key.Of<object>(list), Key.Of<object>(Graph.Freeze<object>(list).HandOut()));
        return new WeakReference(type);
    }
}
