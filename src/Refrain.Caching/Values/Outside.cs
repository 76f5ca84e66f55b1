using System.Collections;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Refrain.Caching.Values;

/// <summary>Which types stand for something outside the program's values: they have no content to compare or to copy.</summary>
internal static class Outside
{
    internal const string Handle = "a pointer or handle";
    internal const string Lazy = "a lazy sequence, whose items are not there before they are asked for";

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
        (typeof(Lock), "a lock"),
        (typeof(ReaderWriterLock), "a lock"),
        (typeof(SynchronizationContext), "a scheduler of threads"),
        (typeof(TaskScheduler), "a scheduler of threads"),
        (typeof(IServiceProvider), "a container of services"),
        (typeof(Stream), "a stream"),
        (typeof(TextReader), "a reader of a stream"),
        (typeof(TextWriter), "a writer to a stream"),
        (typeof(Timer), "a timer"),
        (typeof(DataRow), "a row, which belongs to its DataTable"),
        (typeof(IQueryable), Lazy),
        (typeof(IEnumerator), Lazy),
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

    /// <summary>Why; <see langword="null"/> if the type is none of these. Asked after the types that are known are ruled out.</summary>
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
        if (IsAwaitable(type))
            return "something to await";
        if (type.IsPointer || type.IsFunctionPointer || type.IsByRefLike)
            return Handle;
        if (typeof(IDisposable).IsAssignableFrom(type) || typeof(IAsyncDisposable).IsAssignableFrom(type))
            return "disposable: it stands for something outside the program's values";
        return type.IsCOMObject ? Handle : null;
    }

    /// <summary>A sequence made by the compiler or by the platform that is no known collection; a user's own collection is its fields.</summary>
    private static bool IsLazy(Type type)
    {
        if (!typeof(IEnumerable).IsAssignableFrom(type) || Collections.BaseOf(type) != null
            || Closes(type, typeof(IGrouping<,>)) || Closes(type, typeof(ILookup<,>)))
            return false;
        if (type.IsDefined(typeof(CompilerGeneratedAttribute), false))
            return !type.Name.StartsWith("<>z__", StringComparison.Ordinal);
        return type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal))
            && (space.StartsWith("System.Linq", StringComparison.Ordinal) || !HasItems(type));
    }

    private static bool HasItems(Type type) =>
        typeof(ICollection).IsAssignableFrom(type) || Closes(type, typeof(ICollection<>)) || Closes(type, typeof(IReadOnlyCollection<>));

    private static bool IsAwaitable(Type type) =>
        type.GetMethod("GetAwaiter", Type.EmptyTypes) is { } method && typeof(INotifyCompletion).IsAssignableFrom(method.ReturnType);

    /// <summary>What a refused type is called: a lazy sequence by what it gives and a task by what one declares, since their own names are the
    /// compiler's or the platform's affair.</summary>
    internal static Type Named(Type type)
    {
        if (typeof(Task).IsAssignableFrom(type))
            return DeclaredTask(type);
        if (ReasonFor(type) != Lazy)
            return type;
        return Array.Find(type.GetInterfaces(), each => Closing(each, typeof(IQueryable<>)))
            ?? Array.Find(type.GetInterfaces(), each => Closing(each, typeof(IEnumerable<>)) || Closing(each, typeof(IAsyncEnumerable<>)))
            ?? type;
    }

    private static Type DeclaredTask(Type type)
    {
        while (type.IsGenericType ? !type.GetGenericTypeDefinition().IsVisible : !type.IsVisible)
            type = type.BaseType!;
        return type == Task.CompletedTask.GetType() ? typeof(Task) : type;
    }

    private static bool Closing(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static bool Closes(Type type, Type definition)
    {
        if (definition.IsInterface)
            return type.GetInterfaces().Any(each => Closing(each, definition));
        for (var current = type; current != null; current = current.BaseType)
        {
            if (Closing(current, definition))
                return true;
        }

        return false;
    }
}
