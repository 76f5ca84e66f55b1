namespace Refrain.Caching.Keys.Writers;

/// <summary>Types that say what stands for them.</summary>
internal sealed class CacheKeyWriter<T> : KeyWriter<T>
    where T : ICacheKey
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Given);
        stream.Given(value, value.CacheKey);
    }
}

/// <summary>Types for which the program says what stands for them.</summary>
internal sealed class RegisteredWriter<T, TRegistered>(Registration<TRegistered> registration) : KeyWriter<T>
    where T : TRegistered
{
    internal override bool IsLeaf => false;

    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Given);
        stream.Given(value!, registration.Key(value));
    }
}

/// <summary>Values that remember their digest.</summary>
internal sealed class DigestedWriter<T> : KeyWriter<T>
    where T : IDigested
{
    internal override void Write(KeyStream stream, T value)
    {
        Begin(stream, KeyTag.Given);
        stream.Digest(value.Digest(stream.IsStable));
    }
}
