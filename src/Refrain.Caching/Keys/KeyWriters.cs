using System.Runtime.CompilerServices;

namespace Refrain.Caching.Keys;

/// <summary>The writer of each runtime type, made at its first use. Holds no type that could otherwise be unloaded.</summary>
internal static class KeyWriters
{
    private static ConditionalWeakTable<Type, KeyWriter> _made = new();
    private static int _epoch;

    /// <summary>Rises when a type is given a key of its own, which other types may contain.</summary>
    internal static int Epoch => Volatile.Read(ref _epoch);

    internal static KeyWriter For(Type type) => _made.GetValue(type, KeyWriterFactory.Make);

    /// <summary>Forgets all writers, since what a type is keyed by has changed.</summary>
    internal static void StartOver()
    {
        _made = new();
        Interlocked.Increment(ref _epoch);
    }
}

/// <summary>The writer of a declared type whose values are exactly of that type.</summary>
internal static class KeyWriters<T>
{
    private static Made? _made;

    internal static KeyWriter<T> Current => _made is { } made && made.Epoch == KeyWriters.Epoch ? made.Writer : Renew();

    private static KeyWriter<T> Renew()
    {
        var epoch = KeyWriters.Epoch;
        var made = new Made(epoch, (KeyWriter<T>)KeyWriters.For(typeof(T)));
        _made = made;
        return made.Writer;
    }

    private sealed record Made(int Epoch, KeyWriter<T> Writer);
}
