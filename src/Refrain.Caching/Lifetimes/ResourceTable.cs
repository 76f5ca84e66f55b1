using System.Runtime.CompilerServices;

namespace Refrain.Caching.Lifetimes;

/// <summary>Which objects are resources of a cache, so that one that was put somewhere is recognised there.</summary>
internal sealed class ResourceTable
{
    private readonly ConditionalWeakTable<object, HeldResource> _known = new();
    private volatile bool _isUsed;

    /// <summary>Whether there never was one.</summary>
    internal bool IsEmpty => !_isUsed;

    /// <summary>What types resources have.</summary>
    internal Type[] Types => [.. _known.Select(known => known.Key.GetType()).Distinct()];

    /// <remarks>A function that passes on what it got from another, and says itself how to release it, makes it its own resource, which holds the
    /// other's: so the last one counts.</remarks>
    internal void Add(object? value, HeldResource resource)
    {
        if (value is null or string or ValueType)
            return;
        _known.AddOrUpdate(value, resource);
        _isUsed = true;
    }

    internal HeldResource? Find(object value) => _known.TryGetValue(value, out var resource) ? resource : null;
}
