using System.Reflection;

namespace Refrain.Scripts;

/// <summary>Finds what to call for a run.</summary>
internal static class EntryPoint
{
    /// <remarks>The compiler's own entry point blocks a thread on the Task-returning one that the user wrote; that one is called instead.</remarks>
    internal static Func<string[], Task> Find(MethodBase entryPoint)
    {
        var entry = (MethodInfo)entryPoint;
        if (entry.Name == "<Main>")
        {
            const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
            entry = entry.DeclaringType!.GetMethods(Any).Single(method =>
                method.Name is "<Main>$" or "Main" && typeof(Task).IsAssignableFrom(method.ReturnType) && SameParameters(method, entry));
        }

        if (entry.GetParameters().Length == 0)
            return typeof(Task).IsAssignableFrom(entry.ReturnType) ? Ignoring(entry.CreateDelegate<Func<Task>>()) : Ignoring(Action(entry));
        return typeof(Task).IsAssignableFrom(entry.ReturnType) ? entry.CreateDelegate<Func<string[], Task>>() : Completing(entry);
    }

    private static bool SameParameters(MethodInfo one, MethodInfo other) =>
        one.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(other.GetParameters().Select(parameter => parameter.ParameterType));

    private static Action Action(MethodInfo entry)
    {
        if (entry.ReturnType == typeof(void))
            return entry.CreateDelegate<Action>();
        var main = entry.CreateDelegate<Func<int>>();
        return () => main();
    }

    private static Func<string[], Task> Ignoring(Func<Task> main) => _ => main();

    private static Func<string[], Task> Ignoring(Action main) => _ =>
    {
        main();
        return Task.CompletedTask;
    };

    private static Func<string[], Task> Completing(MethodInfo entry)
    {
        if (entry.ReturnType == typeof(void))
        {
            var main = entry.CreateDelegate<Action<string[]>>();
            return arguments =>
            {
                main(arguments);
                return Task.CompletedTask;
            };
        }

        var returning = entry.CreateDelegate<Func<string[], int>>();
        return arguments =>
        {
            _ = returning(arguments);
            return Task.CompletedTask;
        };
    }
}
