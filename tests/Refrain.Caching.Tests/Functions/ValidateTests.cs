#pragma warning disable xUnit1031, CA1068 // Threads wait for each other on purpose; a callback may take its parameters in any order.

namespace Refrain.Caching.Tests.Functions;

/// <summary>What <c>Validate</c> is asked with, and what its answers mean.</summary>
[Trait("row", "C3")]
public sealed class ValidateTests
{
    [Fact]
    public async Task It_gets_the_value_the_arguments_it_names_and_the_callers_token()
    {
        using var world = new CacheWorld();
        using var source = new CancellationTokenSource();
        var asked = new List<string>();
        var box = await Named.OpenAsync("a", 1, asked, source.Token);
        Assert.Same(box, await Named.OpenAsync("a", 1, asked, source.Token));
        Assert.Same(box, await Named.OpenAsync("a", 1, asked, CancellationToken.None));
        Assert.Equal(["a 1 cancellable", "a 1"], asked);
    }

    [Fact, Trait("case", "48"), Trait("case", "49")]
    public async Task An_exception_in_it_counts_as_no_and_is_logged()
    {
        using var world = new CacheWorld();
        using var hold = Cache.Hold();
        foreach (var later in (bool[])[false, true])
        {
            Box first, second;
            using (Cache.Hold())
            {
                first = await Throwing.OpenAsync(later);
                second = await Throwing.OpenAsync(later);
            }

            Assert.NotSame(first, second);
            Assert.Equal((1, 0), (first.Released, second.Released));
        }

        Assert.Equal(
            ["'IsGood' threw when asked about a resource of 'OpenAsync'; that counts as no.", "'IsGood' threw when asked about a resource of 'OpenAsync'; that counts as no."],
            world.Log.Lines);
    }

    [Fact]
    public async Task A_caller_that_gives_up_while_it_is_asked_takes_the_resource_from_nobody()
    {
        using var world = new CacheWorld();
        using var impatient = new CancellationTokenSource();
        var box = await Patient.OpenAsync(CancellationToken.None);
        var call = Patient.OpenAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Same(box, await Patient.OpenAsync(CancellationToken.None));
        Assert.Equal((0, 1L), (box.Released, world.Report("OpenAsync").Executions));
    }

    [Fact]
    public async Task A_hit_does_not_wait_for_it_to_be_asked_of_another_key()
    {
        using var world = new CacheWorld();
        using var hold = Cache.Hold();
        var gate = new Gate();
        var (first, second) = (Slow.Open(1, null), Slow.Open(2, null));
        var asking = Callers.OnThread(() => Slow.Open(1, gate));
        gate.WaitUntilEntered();
        Assert.Same(second, Slow.Open(2, null));
        Assert.False(asking.IsCompleted);
        gate.Open();
        Assert.Same(first, await asking);
    }

    private sealed class Box : IDisposable
    {
        public int Released { get; private set; }

        public void Dispose() => Released++;
    }

    private static class Named
    {
        [CacheResource(Validate = nameof(IsGood))]
        public static async Task<Box> OpenAsync(string place, int number, List<string> _asked, CancellationToken cancellation)
        {
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            return new Box();
        }

        private static ValueTask<bool> IsGood(Box box, List<string> _asked, int number, string place, CancellationToken cancellation)
        {
            _asked.Add($"{place} {number}{(cancellation.CanBeCanceled ? " cancellable" : "")}");
            return new(box.Released == 0);
        }
    }

    private static class Throwing
    {
        [CacheResource(Validate = nameof(IsGood))]
        public static Task<Box> OpenAsync(bool later)
        {
            _ = later;
            return Task.FromResult(new Box());
        }

        private static async ValueTask<bool> IsGood(Box box, bool later)
        {
            if (later)
                await Task.Yield();
            throw new InvalidOperationException($"no {box.Released}");
        }
    }

    private static class Patient
    {
        [CacheResource(Validate = nameof(IsGood))]
        public static Task<Box> OpenAsync(CancellationToken cancellation)
        {
            _ = cancellation;
            return Task.FromResult(new Box());
        }

        private static async ValueTask<bool> IsGood(Box box, CancellationToken cancellation)
        {
            if (cancellation.CanBeCanceled)
                await Task.Delay(Timeout.Infinite, cancellation);
            return box.Released == 0;
        }
    }

    private static class Slow
    {
        [CacheResource(Validate = nameof(IsGood))]
        public static Box Open(int number, Gate? _gate)
        {
            _ = (number, _gate);
            return new Box();
        }

        private static bool IsGood(Box box, Gate? _gate)
        {
            _gate?.Pass();
            return box.Released == 0;
        }
    }
}
