// Slow
// Ten seconds of work without a cache: the page stays alive, what is old fades, and a button stops it.
Ui.Title("Slow");
Ui.Write("Nothing here is cached, so each move of the slider does all the work again. Move it while the work is going on, or stop it.");
var size = Ui.Slider("How much", 10, 100, 50);

var walk = await SlowWalk(size);
Ui.LineChart(walk, yLabel: "Height");
Ui.Success($"A walk of {size} steps.");

// A random walk that takes its time: ten seconds, whatever its length.
static async Task<double[]> SlowWalk(int steps)
{
    var random = new Random(steps);
    var walk = new double[steps];
    for (var i = 1; i < steps; i++)
    {
        await Task.Delay(10_000 / steps, Ui.Cancellation);
        walk[i] = walk[i - 1] + random.NextDouble() - 0.5;
    }

    return walk;
}
