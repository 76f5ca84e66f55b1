using Refrain.Caching.Values;

namespace Refrain.Caching.Keys.Writers;

/// <summary>Values that have no content to compare.</summary>
internal sealed class RefusedWriter<T>(string reason) : KeyWriter<T>
{
    internal override void Write(KeyStream stream, T value) => throw new Refusal(value, value!.GetType(), reason);
}
