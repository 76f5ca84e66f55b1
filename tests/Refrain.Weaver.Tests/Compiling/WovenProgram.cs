using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace Refrain.Weaver.Tests.Compiling;

/// <summary>A woven program, loaded and ready to be called.</summary>
internal sealed class WovenProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new("woven", isCollectible: true);

    internal WovenProgram(SourceProgram program)
        : this(program.Weave())
    {
    }

    internal WovenProgram(WeaveResult woven)
    {
        Assert.Empty(woven.Diagnostics);
        Assert.True(woven.Changed);
        Assembly = Load(woven);
    }

    internal Assembly Assembly { get; }

    /// <summary>Compiles a library, weaves it and loads it.</summary>
    internal static WovenProgram Of(string source) => new(new SourceProgram(source));

    internal Assembly Load(WeaveResult woven)
    {
        using var symbols = woven.Symbols is null ? null : new MemoryStream(woven.Symbols);
        return _context.LoadFromStream(new MemoryStream(woven.Assembly), symbols);
    }

    internal Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    /// <summary>Calls a public static method of the class <c>Test</c>; what it throws comes out as it is.</summary>
    internal object? Call(string method, params object?[] arguments)
    {
        try
        {
            return Type("Test").GetMethod(method)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    internal T Call<T>(string method, params object?[] arguments) => (T)Call(method, arguments)!;

    public void Dispose() => _context.Unload();
}
