using System.Runtime.InteropServices;

namespace Refrain.Caching.Lifetimes;

/// <summary>How much memory the data of a host may take together, and how much it takes.</summary>
/// <remarks>A buffer that several entries share is charged once: to all of them together.</remarks>
/// <param name="limit">Bytes; <see langword="null"/> for no limit.</param>
internal sealed class Budget(long? limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, int> _buffers = new(ReferenceEqualityComparer.Instance);
    private long _used;

    /// <summary>Bytes that are charged.</summary>
    internal long Used => Volatile.Read(ref _used);

    /// <summary>Bytes over the limit.</summary>
    internal long Excess => limit is { } most ? Math.Max(0, Used - most) : 0;

    /// <summary>How much more than the excess is freed where that costs little, so that not every store has to make room.</summary>
    internal long Slack => (limit ?? 0) / 16;

    internal void Add(Charge charge)
    {
        var bytes = charge.Own;
        if (charge.Buffers.Count > 0)
        {
            lock (_gate)
            {
                foreach (var buffer in charge.Buffers)
                {
                    ref var uses = ref CollectionsMarshal.GetValueRefOrAddDefault(_buffers, buffer.Buffer, out _);
                    bytes += uses++ == 0 ? buffer.Bytes : 0;
                }
            }
        }

        Interlocked.Add(ref _used, bytes);
    }

    internal void Remove(Charge charge)
    {
        var bytes = charge.Own;
        if (charge.Buffers.Count > 0)
        {
            lock (_gate)
            {
                foreach (var buffer in charge.Buffers)
                {
                    ref var uses = ref CollectionsMarshal.GetValueRefOrNullRef(_buffers, buffer.Buffer);
                    if (--uses > 0)
                        continue;
                    _buffers.Remove(buffer.Buffer);
                    bytes += buffer.Bytes;
                }
            }
        }

        Interlocked.Add(ref _used, -bytes);
    }
}
