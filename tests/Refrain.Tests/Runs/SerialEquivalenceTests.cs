using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Runs;

/// <summary>Whatever the interleaving of inputs with runs, what a script observes is the state after some prefix of the inputs, one after
/// another; with nothing left to come, after all of them; and each click is seen once.</summary>
public sealed class SerialEquivalenceTests
{
    private const int Widgets = 3;

    /// <summary>What happens to the page: an input, a click, or time for the script to get on by a call.</summary>
    private abstract record Act
    {
        public sealed record Set(int Widget, int Value) : Act;

        public sealed record Click : Act;

        public sealed record LetGo(int Calls) : Act;
    }

    [Fact]
    public void What_a_script_observes_is_always_a_prefix_of_what_was_accepted()
    {
        var act = Gen.Frequency(
            (5, Gen.Choose(0, Widgets - 1).SelectMany(widget => Gen.Choose(0, 100).Select(value => (Act)new Act.Set(widget, value)))),
            (2, Gen.Constant((Act)new Act.Click())),
            (5, Gen.Choose(1, 6).Select(calls => (Act)new Act.LetGo(calls))));
        Prop.ForAll(act.ListOf().ToArbitrary(), acts => HoldsFor(acts).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    private static async Task<bool> HoldsFor(IEnumerable<Act> acts)
    {
        var gate = new SemaphoreSlim(0);
        var observed = new List<int[]>();
        var clicksSeen = 0;
        await using var app = AppTest.From(() =>
        {
            var values = new int[Widgets];
            for (var i = 0; i < Widgets; i++)
            {
                gate.Wait();
                values[i] = Probe.Number($"N{i}", key: $"n{i}");
            }

            gate.Wait();
            var clicked = Probe.Press("Go", key: "go");
            lock (observed)
            {
                observed.Add(values);
                clicksSeen += clicked ? 1 : 0;
            }
        });
        gate.Release(Widgets + 1);
        await app.RunAsync();

        var prefixes = new List<int[]> { new int[Widgets] };
        var clicks = 0;
        foreach (var act in acts)
        {
            switch (act)
            {
                case Act.Set(var widget, var value):
                    app.Browser.Input(new JsonObject { ["id"] = app.Slider($"n{widget}").Id, ["value"] = value });
                    var next = (int[])prefixes[^1].Clone();
                    next[widget] = value;
                    prefixes.Add(next);
                    break;
                case Act.Click:
                    app.Browser.Input(new JsonObject { ["id"] = app.Button("go").Id, ["click"] = true });
                    clicks++;
                    break;
                case Act.LetGo(var calls):
                    gate.Release(calls);
                    break;
            }
        }

        gate.Release(100_000);
        var last = app.Browser.LastSeq;
        await app.Browser.Until(page => page.IsSettled && page.Seq >= last).WaitAsync(TimeSpan.FromSeconds(20));
        lock (observed)
        {
            var position = 0;
            foreach (var values in observed)
            {
                // Prefixes only grow: the newest one that fits must not be older than the one seen before.
                var at = prefixes.FindIndex(position, prefix => prefix.SequenceEqual(values));
                if (at < 0)
                    throw new InvalidOperationException($"Observed {string.Join(' ', values)}, which is no prefix from {position} on.");
                position = at;
            }

            Assert.Equal(prefixes[^1], observed[^1]);
            Assert.Equal(clicks, clicksSeen);
        }

        return true;
    }
}
