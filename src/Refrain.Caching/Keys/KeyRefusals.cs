using System.Collections;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Which types have no content to compare, and why.</summary>
internal static class KeyRefusals
{
    internal const string Handle = "a pointer or handle";
    internal const string Comparer = "a comparer of which it cannot be known when it equals another";
    internal const string Lazy = "a lazy sequence, whose items are not there before they are asked for";
    internal const string Unseekable = "a stream that cannot be rewound";
    internal const string Closed = "a stream that cannot be read";

    private static readonly (Type Type, string Reason)[] Bases =
    [
        (typeof(Delegate), "a delegate"),
        (typeof(Expression), "an expression tree"),
        (typeof(Task), "a task"),
        (typeof(ValueTask), "a task"),
        (typeof(Thread), "a thread"),
        (typeof(IDbConnection), "a connection"),
        (typeof(DbDataSource), "a connection"),
        (typeof(IDbTransaction), "a transaction of a connection"),
        (typeof(IDbCommand), "a command of a connection"),
        (typeof(IDataReader), "a reader of a connection"),
        (typeof(Socket), "a connection"),
        (typeof(SafeHandle), Handle),
        (typeof(CriticalHandle), Handle),
        (typeof(nint), Handle),
        (typeof(nuint), Handle),
        (typeof(Pointer), Handle),
        (typeof(GCHandle), Handle),
        (typeof(RuntimeTypeHandle), Handle),
        (typeof(RuntimeMethodHandle), Handle),
        (typeof(RuntimeFieldHandle), Handle),
        (typeof(WeakReference), Handle),
        (typeof(Assembly), "a piece of loaded code"),
        (typeof(Module), "a piece of loaded code"),
        (typeof(MemberInfo), "a piece of loaded code"),
        (typeof(Lock), "a lock"),
        (typeof(ReaderWriterLock), "a lock"),
        (typeof(SynchronizationContext), "a scheduler of threads"),
        (typeof(TaskScheduler), "a scheduler of threads"),
        (typeof(IServiceProvider), "a container of services"),
        (typeof(IQueryable), Lazy),
        (typeof(IEnumerator), Lazy),
        (typeof(Random), "a source of random numbers, whose state changes with every use"),
    ];

    private static readonly (Type Definition, string Reason)[] Definitions =
    [
        (typeof(ValueTask<>), "a task"),
        (typeof(WeakReference<>), Handle),
        (typeof(ConditionalWeakTable<,>), Handle),
        (typeof(IAsyncEnumerable<>), Lazy),
        (typeof(IAsyncEnumerator<>), Lazy),
        (typeof(Lazy<>), "a value that is not there before it is asked for"),
        (typeof(AsyncLocal<>), "a value of a flow of calls"),
        (typeof(ThreadLocal<>), "a value of a thread"),
    ];

    /// <summary>Why values of the type cannot be in a key; <see langword="null"/> if they can. Asked after the listed types are ruled out.</summary>
    internal static string? ReasonFor(Type type)
    {
        foreach (var (refused, reason) in Bases)
        {
            if (refused.IsAssignableFrom(type))
                return reason;
        }

        foreach (var (definition, reason) in Definitions)
        {
            if (Closes(type, definition))
                return reason;
        }

        if (IsLazy(type))
            return Lazy;
        if (type.IsPointer || type.IsFunctionPointer || type.IsByRefLike)
            return Handle;
        if (typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type))
            return "disposable: it stands for something outside the program's values";
        return type.IsCOMObject ? Handle : null;
    }

    /// <summary>A sequence made by the compiler or by the platform that is no known collection; a user's own collection is its fields.</summary>
    private static bool IsLazy(Type type)
    {
        if (!typeof(IEnumerable).IsAssignableFrom(type) || Collections.BaseOf(type) != null)
            return false;
        return type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !type.Name.StartsWith("<>z__", StringComparison.Ordinal)
            || type.Namespace is { } space && (space == "System.Linq" || space.StartsWith("System.Linq.", StringComparison.Ordinal));
    }

    private static bool Closes(Type type, Type definition)
    {
        if (definition.IsInterface)
            return type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == definition);
        for (var current = type; current != null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == definition)
                return true;
        }

        return false;
    }
}
