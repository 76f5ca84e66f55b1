using System.Runtime.CompilerServices;

namespace Refrain.Caching.Snapshots;

/// <summary>The copier of each runtime type, made at its first use. Holds no type that could otherwise be unloaded.</summary>
internal static class CopierTable
{
    private static ConditionalWeakTable<Type, Copier> _made = new();
    private static int _epoch;

    /// <summary>Rises when a type is given a copy of its own, which other types may contain.</summary>
    internal static int Epoch => Volatile.Read(ref _epoch);

    internal static Copier For(Type type) => _made.GetValue(type, CopierFactory.Make);

    /// <summary>Forgets all copiers, since how a type is copied has changed.</summary>
    internal static void StartOver()
    {
        _made = new();
        SharingRules.StartOver();
        Interlocked.Increment(ref _epoch);
    }
}

/// <summary>The copier of a declared type whose values are exactly of that type.</summary>
internal static class Copiers<T>
{
    private static Made? _made;

    internal static Copier<T> Current => _made is { } made && made.Epoch == CopierTable.Epoch ? made.Copier : Renew();

    private static Copier<T> Renew()
    {
        var epoch = CopierTable.Epoch;
        var made = new Made(epoch, (Copier<T>)CopierTable.For(typeof(T)));
        _made = made;
        return made.Copier;
    }

    private sealed record Made(int Epoch, Copier<T> Copier);
}
