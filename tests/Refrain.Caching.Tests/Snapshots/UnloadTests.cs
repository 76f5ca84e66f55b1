using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Tests.Fingerprints;
using Refrain.Caching.Tests.Keys;

namespace Refrain.Caching.Tests.Snapshots;

/// <summary>Keys and copies of a script's types do not keep the script: it goes when it is replaced.</summary>
[Trait("row", "A3")]
public class UnloadTests
{
    private const string Code = """
        using System.Collections.Generic;
        public sealed record Sale { public int Id { get; init; } public string Name { get; init; } = "a"; }
        public struct Point { public int X; public Kind Kind; }
        public enum Kind { Small, Large }
        public class Basket : List<Sale> { public Dictionary<string, Sale> ByName { get; } = new() { ["a"] = new() }; public object Any = new Point(); }
        public class Given { public List<Point> Points { get; } = [new Point()]; }
        """;

    [Fact]
    public void Code_that_was_used_in_keys_and_copies_can_be_unloaded()
    {
        var code = Use();
        for (var time = 0; time < 20 && code.IsAlive; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(code.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use()
    {
        using var code = CompiledCode.Load(Code);
        foreach (var type in code.Assembly.GetExportedTypes())
        {
            typeof(UnloadTests).GetMethod(nameof(UseType), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type).Invoke(null, [type.Name == "Given"]);
        }

        return new(code.Assembly);
    }

    private static void UseType<T>(bool isGiven)
        where T : new()
    {
        if (isGiven)
        {
            CacheKeys.Register<T>(value => value!.ToString());
            CacheCopies.Register<T>(_ => new T());
        }

        Assert.True(Key.Same(new T(), new T()));
        Assert.True(Key.Same<object>(new List<T> { new() }, new List<T> { new() }));
        Assert.True(Key.Same((1, new T()), (1, new T())));
        Assert.Equal(Key.Of(new T()), Key.Of(Graph.Freeze(new T()).HandOut()));
        Assert.Equal(Key.Of(new[] { new T() }), Key.Of(Graph.Freeze(new[] { new T() }).HandOut()));
        Assert.Equal(Key.Of<object>(new Dictionary<string, T> { ["a"] = new() }), Key.Of(Graph.Freeze<object>(new Dictionary<string, T> { ["a"] = new() }).HandOut()));
    }
}
