using System.Runtime.CompilerServices;

namespace Refrain.Caching.Snapshots;

/// <summary>The types that know how to copy themselves, and those for which the program says it.</summary>
internal static class CustomCopies
{
    private static readonly Lock Gate = new();
    private static readonly ConditionalWeakTable<Type, CopyRegistration> Registered = new();

    internal static void Register<T>(Func<T, T> copy)
    {
        lock (Gate)
        {
            if (Registered.TryGetValue(typeof(T), out var known))
            {
                ((CopyRegistration<T>)known).Copy = copy;
                return;
            }

            Registered.Add(typeof(T), new CopyRegistration<T>(copy));
            CopierTable.StartOver();
        }
    }

    internal static bool Has(Type type) => IsCopyable(type) || RegistrationOf(type) != null;

    internal static Copier? CopierFor(Type type)
    {
        if (RegistrationOf(type) is { } registration)
            return registration.CopierFor(type);
        return IsCopyable(type) ? CopierFactory.Close(typeof(Copiers.CopyableCopier<,>), type, CopyableOf(type)) : null;
    }

    private static bool IsCopyable(Type type) => type.GetInterfaces().Any(each => IsCopyOf(each, type));

    private static Type CopyableOf(Type type) => type.GetInterfaces().First(each => IsCopyOf(each, type)).GetGenericArguments()[0];

    private static bool IsCopyOf(Type each, Type type) =>
        each.IsGenericType && each.GetGenericTypeDefinition() == typeof(ICopyable<>) && each.GetGenericArguments()[0].IsAssignableFrom(type);

    /// <summary>The type's own, else that of its nearest base type.</summary>
    private static CopyRegistration? RegistrationOf(Type type)
    {
        for (var current = type; current != null; current = current.BaseType)
        {
            if (Registered.TryGetValue(current, out var own))
                return own;
        }

        return null;
    }
}

/// <summary>How the program says a type is copied.</summary>
internal abstract class CopyRegistration
{
    internal abstract Copier CopierFor(Type type);
}

/// <inheritdoc/>
internal sealed class CopyRegistration<T>(Func<T, T> copy) : CopyRegistration
{
    /// <summary>The newest delegate: a script that runs again registers again.</summary>
    internal volatile Func<T, T> Copy = copy;

    internal override Copier CopierFor(Type type) =>
        (Copier)Activator.CreateInstance(typeof(Copiers.RegisteredCopier<,>).MakeGenericType(type, typeof(T)), this)!;
}
