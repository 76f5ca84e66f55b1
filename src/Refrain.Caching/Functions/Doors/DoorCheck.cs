using System.Reflection;
using System.Runtime.CompilerServices;
using Refrain.Caching.Functions.Fingerprints;
using Refrain.Caching.Values;

namespace Refrain.Caching.Functions.Doors;

/// <summary>Whether a delegate can be a cached function at all. Where the weaver has the same objection to an attributed method, id and text are its own.</summary>
internal static class DoorCheck
{
    /// <exception cref="CacheException">It cannot; the most telling reason comes first.</exception>
    internal static void Refuse(Delegate function, string name)
    {
        RefuseKind(function, name);
        var invoke = function.GetType().GetMethod("Invoke")!;
        foreach (var (parameter, own) in invoke.GetParameters().Zip(DoorShape.ParametersOf(function)))
            Refuse(parameter, own.Name, name);
        RefuseReturn(function, invoke.ReturnType, name);
    }

    private static void RefuseKind(Delegate function, string name)
    {
        var method = function.Method;
        if (function.Target is Door || method.IsDefined(typeof(CachedFunctionAttribute)))
            throw Error("RFN0180", name, $"The function '{name}' is cached already: a call of it goes through the cache as it is. Use it directly.");
        if (!function.HasSingleTarget)
            throw Cannot("RFN0182", name, "the delegate calls several functions, and only the last one's value would be kept. Pass one of them");
        if (method.Module.Assembly.IsDynamic || method.DeclaringType is null || method.GetMethodBody() is null || IsOpenInstance(function))
        {
            throw Cannot("RFN0183", name, "the delegate was made at run time, so there is no code to know it by. " +
                "Pass a lambda or a method that is written in code and calls it");
        }
    }

    private static void Refuse(ParameterInfo parameter, string? written, string name)
    {
        var type = parameter.ParameterType;
        var itself = type.IsByRef ? type.GetElementType()! : type;
        if (itself.IsByRefLike)
        {
            throw Cannot("RFN0012", name, $"its parameter '{written}' is a '{TypeNames.Display(itself)}', which lives on the stack and cannot be kept " +
                "as part of a key. Take a string, an array or a ReadOnlyMemory<T>");
        }

        if (type.IsByRef)
        {
            var kind = parameter.IsOut ? "out" : !parameter.IsIn ? "ref" : IsReadOnly(parameter) ? "in" : "ref readonly";
            throw Cannot("RFN0011", name, $"its parameter '{written}' is passed by '{kind}', and a call that is answered from the cache does not run " +
                $"the function. {(parameter.IsIn ? "Take it by value" : "Return what it gives, several values as a tuple")}");
        }

        if (IsPointer(type))
        {
            throw Cannot("RFN0013", name, $"its parameter '{written}' is a '{TypeNames.Display(type)}', and what a pointer points at is not known to a " +
                "key. Take the value, an array or a ReadOnlyMemory<T>");
        }
    }

    private static void RefuseReturn(Delegate function, Type type, string name)
    {
        if (IsAsyncStream(type))
        {
            throw Cannot("RFN0016", name, $"it returns the async stream '{TypeNames.Display(type)}', which gives its items one by one, when they are " +
                "asked for, so there is no value to keep when it returns. Collect the items and return a Task<List<T>>");
        }

        var machine = function.Method.GetCustomAttribute<StateMachineAttribute>();
        if (machine is IteratorStateMachineAttribute)
        {
            throw Cannot("RFN0015", name, "it gives its items one by one with 'yield', when they are asked for, so there is no value to keep when it " +
                "returns. Return a list or an array");
        }

        if (machine is AsyncStateMachineAttribute && type == typeof(void))
            throw Cannot("RFN0024", name, "it is 'async void', so nobody can know when it has ended. Return a Task");
        if (type.IsByRef)
            throw Cannot("RFN0022", name, "it returns by 'ref', and the cache keeps values, not places. Return the value");
        if (type.IsByRefLike || IsPointer(type))
            throw Cannot("RFN0023", name, $"it returns a '{TypeNames.Display(type)}', which cannot be kept. Return a string, an array or a ReadOnlyMemory<T>");
        if (!DoorResult.IsTask(type) && type.IsDefined(typeof(AsyncMethodBuilderAttribute)))
            throw Cannot("RFN0021", name, $"it returns '{TypeNames.Display(type)}', a kind of task the cache cannot wait for. Return a Task<T> or a ValueTask<T>");
    }

    /// <summary>A lambda that changes what it captured would do so on some calls and not on others.</summary>
    internal static void RefuseChange(Closure closure, string name)
    {
        if (closure.Changed is { } variable)
        {
            throw Cannot("RFN0181", name, $"it changes the captured variable '{variable}', and a call that is answered from the cache would not. " +
                "Return the new value instead");
        }
    }

    /// <summary>What an entry keeps beyond the run in which it was made must not lead back to that run's variables.</summary>
    internal static void RefuseCapture(Delegate? callback, string option, string name)
    {
        if (callback is not null && (!callback.HasSingleTarget || !Closure.IsEmpty(callback.Target)))
        {
            throw new CacheOptionException("RFN0185", $"The cached function '{name}' has {WithArticle(option)} that captures variables, or is bound to an " +
                "object, of the run it was written in, which it outlives. Use nothing but its parameters, and write 'static' before the lambda to be sure of it.")
            {
                Function = name,
                Option = option,
            };
        }
    }

    /// <summary>For example <c>an OnRelease</c>.</summary>
    internal static string WithArticle(string option) => option == "OnRelease" ? "an OnRelease" : "a " + option;

    private static bool IsOpenInstance(Delegate function) => function is { Target: null, Method.IsStatic: false };

    private static bool IsReadOnly(ParameterInfo parameter) => parameter.IsDefined(typeof(IsReadOnlyAttribute));

    private static bool IsPointer(Type type) => type.IsPointer || type.IsFunctionPointer;

    private static bool IsAsyncStream(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerator<>));

    private static CacheException Cannot(string id, string name, string why) => Error(id, name, $"The function '{name}' cannot be cached: {why}.");

    private static CacheException Error(string id, string name, string message) => new(id, message) { Function = name };
}
