using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Refrain.Caching.Functions;
using Refrain.Caching.Tests.Fingerprints;

namespace Refrain.Caching.Tests.Functions;

/// <summary>Code is replaced by newer code while its entries live.</summary>
public sealed class DoorReloadTests
{
    private const string Source = """
        using System;
        using System.IO;
        using Refrain;

        public static class App
        {
            public static int Add(int offset, Func<int> _count)
            {
                _count();
                var add = Cache.Data((int x) => x + offset + 0 * _count(), new() { Name = "Add", Ttl = TimeSpan.FromHours(1), Tags = ["a"] });
                return add(1);
            }

            public static int Open(int port, Func<int> _count)
            {
                var open = Cache.Resource(() => new MemoryStream(port + 0 * _count()), new()
                {
                    Name = "Open",
                    Validate = (MemoryStream stream) => stream.CanRead,
                    OnRelease = (MemoryStream stream) => stream.Dispose(),
                });
                return open().Capacity + open().Capacity;
            }
        }
        """;

    [Theory]
    [InlineData("Add", 11, 3)]
    [InlineData("Open", 20, 1)]
    public void The_same_code_goes_on_with_the_entries_and_the_old_code_is_let_go(string method, int result, int runs)
    {
        using var world = new CacheWorld();
        var count = new Runs();
        var first = Run(Source, method, result, count);
        var second = Run("// saved\n" + Source, method, result, count);
        Assert.Equal(runs, count.Count);
        Assert.Equal(1, world.Report(method).Entries);
        AssertUnloads(first);
        Run("// saved again\n" + Source, method, result, count);
        AssertUnloads(second);
    }

    [Theory]
    [InlineData("x + offset", "x - -offset", "Add")]
    [InlineData("FromHours(1)", "FromHours(2)", "Add")]
    [InlineData("=> stream.CanRead", "=> stream.CanWrite", "Open")]
    public void Other_code_or_other_options_start_anew(string old, string changed, string method)
    {
        using var world = new CacheWorld();
        var count = new Runs();
        var result = method == "Add" ? 11 : 20;
        Run(Source, method, result, count);
        var before = count.Count;
        Run(Source, method, result, count);
        var onAHit = count.Count - before;
        Run(Source.Replace(old, changed, StringComparison.Ordinal), method, result, count);
        Assert.Equal(before + (2 * onAHit) + 1, count.Count);
    }

    [Theory, Trait("row", "C4")]
    [InlineData("new MemoryStream(1)", "new MemoryStream(2)")]
    [InlineData("FromHours(1)", "FromHours(2)")]
    public void A_resource_of_code_or_options_that_changed_is_released(string old, string changed)
    {
        const string Opening = """
            using System;
            using System.IO;
            using Refrain;

            public static class App
            {
                public static MemoryStream Open() => Cache.Resource(() => new MemoryStream(1), new() { Name = "Open", Ttl = TimeSpan.FromHours(1) })();
            }
            """;
        using var world = new CacheWorld();
        MemoryStream first, second;
        using (Cache.Hold())
        {
            var older = Load(Opening);
            first = Open(older);
            var newer = Load(Opening.Replace(old, changed, StringComparison.Ordinal));
            second = Open(newer);
            // A lambda's code is its name, so only the end of the older code says that nobody will ask for it.
            world.Host.Retire(new CodeReplacement(AssemblyLoadContext.GetLoadContext(older)!, AssemblyLoadContext.GetLoadContext(newer)!));
            Assert.NotSame(first, second);
            Assert.True(first.CanRead);
        }

        Assert.Equal((false, true), (first.CanRead, second.CanRead));

        static MemoryStream Open(Assembly code) => (MemoryStream)code.GetType("App")!.GetMethod("Open")!.Invoke(null, null)!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Run(string source, string method, int expected, Runs count)
    {
        var assembly = Load(source);
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        Func<int> next = count.Next;
        Assert.Equal(expected, assembly.GetType("App")!.GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [10, next], null));
        context.Unload();
        return new WeakReference(context);
    }

    private static Assembly Load(string source) => new AssemblyLoadContext("app", isCollectible: true)
        .LoadFromStream(new MemoryStream(CompiledCode.Emit("app", source, OptimizationLevel.Release, "app.cs")));

    private static void AssertUnloads(WeakReference context)
    {
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive, "The old code is still loaded.");
    }
}
