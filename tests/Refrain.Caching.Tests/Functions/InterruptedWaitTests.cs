using Refrain.Caching.Functions;
using Refrain.Caching.Keys;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Recording;
using static Refrain.Caching.Tests.Callers;

#pragma warning disable CA1068 // What waits is written last, where it reads best.

namespace Refrain.Caching.Tests.Functions;

/// <summary>An interruption that comes together with the value: the value is taken, and the page says itself that it was interrupted.</summary>
[Trait("row", "D10")]
public sealed class InterruptedWaitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_interruption_together_with_the_value_does_not_take_it_away(bool isOwn)
    {
        using var world = new CacheWorld();
        var gate = new Gate();
        var starter = OnThread(() => Get(gate, default));
        gate.WaitUntilEntered();
        using var interruption = new CancellationTokenSource();
        var page = new Page(
            () =>
            {
                gate.Open();
                Assert.True(starter.Wait(Patience));
                interruption.Cancel();
            },
            isOwn ? default : interruption.Token);
        Ambient.Current = new Ambient(world.Host, page);
        var own = isOwn ? interruption.Token : default;
        Assert.Equal(1, Get(gate, own));
        Assert.Equal(1, page.Asked);

        [CacheData]
        static int Get(Gate _gate, CancellationToken cancellation)
        {
            _ = cancellation;
            return _gate.Pass();
        }
    }

    /// <summary>A page that does something when it shows that it waits.</summary>
    private sealed class Page(Action waits, CancellationToken interrupted) : DrawingScope
    {
        internal int Asked { get; private set; }

        internal override bool HasWidgets => false;

        internal override SessionCaches? Session => null;

        internal override CancellationToken Interrupted => interrupted;

        internal override CancellationToken Left => default;

        internal override ResourceHolder Holder { get; } = new();

        internal override DrawingScope BeginFlight(FlightDescription flight) => throw new InvalidOperationException($"{flight.Function} starts no flight here.");

        internal override object? EndFlight(bool failed) => null;

        internal override KeyDigest ReadWidget(object widget) => throw new InvalidOperationException("There are no widgets here.");

        internal override void Replay(object recording)
        {
        }

        internal override IDisposable? ShowSpinner(FlightDescription flight)
        {
            waits();
            return null;
        }

        internal override void ThrowIfInterrupted() => Asked++;
    }
}
