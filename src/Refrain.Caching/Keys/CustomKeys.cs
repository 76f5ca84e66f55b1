using System.Runtime.CompilerServices;
using Refrain.Caching.Keys.Writers;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>The types that say themselves what stands for them in a key, and those for which the program says it.</summary>
internal static class CustomKeys
{
    private static readonly Lock Gate = new();
    private static readonly ConditionalWeakTable<Type, Registration> Registered = new();

    internal static void Register<T>(Func<T, object?> key)
    {
        lock (Gate)
        {
            if (Registered.TryGetValue(typeof(T), out var known))
            {
                ((Registration<T>)known).Key = key;
                return;
            }

            if (ExactTypes.WasKeptAsItIs(typeof(T)))
            {
                throw new CacheOptionException("RFN0104",
                    $"CacheKeys.Register<{TypeNames.Display(typeof(T))}>(...) came after a cached function had been called with such a value. " +
                    "Register keys at the start of the program, before the first call.");
            }

            Registered.Add(typeof(T), new Registration<T>(key));
            KeyWriters.StartOver();
        }
    }

    /// <summary>Whether something else than its fields stands for the type.</summary>
    internal static bool Has(Type type) =>
        typeof(ICacheKey).IsAssignableFrom(type) || typeof(IDigested).IsAssignableFrom(type) || RegistrationOf(type) != null;

    /// <summary>Whether something else than its fields stands for the type or for one of the structures it is made of.</summary>
    internal static bool IsPartOf(Type type) =>
        Has(type) || (type.IsValueType && !type.IsPrimitive && Fields.Of(type).Any(field => field.FieldType != type && IsPartOf(field.FieldType)));

    internal static KeyWriter? WriterFor(Type type)
    {
        if (RegistrationOf(type) is { } registration)
            return registration.WriterFor(type);
        if (typeof(IDigested).IsAssignableFrom(type))
            return KeyWriterFactory.Close(typeof(DigestedWriter<>), type);
        return typeof(ICacheKey).IsAssignableFrom(type) ? KeyWriterFactory.Close(typeof(CacheKeyWriter<>), type) : null;
    }

    /// <summary>The type's own, else that of its nearest base type, else that of an interface.</summary>
    private static Registration? RegistrationOf(Type type)
    {
        for (var current = type; current != null; current = current.BaseType)
        {
            if (Registered.TryGetValue(current, out var own))
                return own;
        }

        foreach (var each in type.GetInterfaces())
        {
            if (Registered.TryGetValue(each, out var shared))
                return shared;
        }

        return null;
    }
}

/// <summary>What the program says stands for a type.</summary>
internal abstract class Registration
{
    internal abstract KeyWriter WriterFor(Type type);
}

/// <inheritdoc/>
internal sealed class Registration<T>(Func<T, object?> key) : Registration
{
    /// <summary>The newest delegate: a script that runs again registers again.</summary>
    internal volatile Func<T, object?> Key = key;

    internal override KeyWriter WriterFor(Type type) =>
        (KeyWriter)Activator.CreateInstance(typeof(RegisteredWriter<,>).MakeGenericType(type, typeof(T)), this)!;
}
