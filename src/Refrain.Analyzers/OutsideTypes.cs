using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Refrain.Analyzers;

/// <summary>Types that certainly stand for something outside the program's values, so that they can be neither keyed nor copied.</summary>
/// <remarks>Those of the cache's own list (<c>Outside</c> in Refrain.Caching) that a declared type can settle, with its words.</remarks>
internal static class OutsideTypes
{
    internal const string Lazy = "a lazy sequence, whose items are not there before they are asked for";

    private const string Disposable = "disposable: it stands for something outside the program's values";

    private static readonly ImmutableDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["System.Delegate"] = "a delegate",
        ["System.Linq.Expressions.Expression"] = "an expression tree",
        ["System.Threading.Tasks.Task"] = "a task",
        ["System.Threading.Tasks.ValueTask"] = "a task",
        ["System.Threading.Tasks.ValueTask`1"] = "a task",
        ["System.Threading.Thread"] = "a thread",
        ["System.Data.IDbConnection"] = "a connection",
        ["System.Data.Common.DbDataSource"] = "a connection",
        ["System.Data.IDbTransaction"] = "a transaction of a connection",
        ["System.Data.IDbCommand"] = "a command of a connection",
        ["System.Data.IDataReader"] = "a reader of a connection",
        ["System.Net.Sockets.Socket"] = "a connection",
        ["System.Runtime.InteropServices.SafeHandle"] = "a pointer or handle",
        ["System.Threading.Timer"] = "a timer",
        ["System.IO.TextReader"] = "a reader of a stream",
        ["System.IO.TextWriter"] = "a writer to a stream",
        ["System.Linq.IQueryable"] = Lazy,
        ["System.Collections.Generic.IAsyncEnumerable`1"] = Lazy,
        ["System.Collections.IEnumerator"] = Lazy,
        ["System.Lazy`1"] = "a value that is not there before it is asked for",
        ["System.Net.Http.HttpMessageInvoker"] = Disposable,
        ["System.Net.Http.HttpMessageHandler"] = Disposable,
        ["System.Threading.CancellationTokenSource"] = Disposable,
        ["System.Threading.SemaphoreSlim"] = Disposable,
        ["Microsoft.EntityFrameworkCore.DbContext"] = Disposable,
    }.ToImmutableDictionary();

    /// <summary>Why values of a type can never be part of a key; <see langword="null"/> if they can, or nobody can know yet.</summary>
    internal static string? ReasonAgainstKey(ITypeSymbol type) =>
        type.FullNames().Contains("Refrain.ICacheKey") ? null : ReasonFor(type);

    /// <summary>Why values of a type can never be copied; <see langword="null"/> if they can, or nobody can know yet.</summary>
    internal static string? ReasonAgainstCopy(ITypeSymbol type)
    {
        if (type.FullNames().Contains("Refrain.ICopyable`1"))
            return null;
        // A Stream may turn out to be a MemoryStream, which can be copied; no other stream can.
        return type.FullNames().Skip(1).Contains("System.IO.Stream") && type.FullName() != "System.IO.MemoryStream"
            ? "a stream"
            : ReasonFor(type);
    }

    private static string? ReasonFor(ITypeSymbol type) =>
        type.FullNames().Select(name => Reasons.TryGetValue(name, out var reason) ? reason : null).FirstOrDefault(reason => reason is not null);
}
