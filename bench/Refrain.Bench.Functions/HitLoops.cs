namespace Refrain.Bench.Functions;

/// <summary>Woven calls in loops, inside the assembly whose load context is the question.</summary>
public static class HitLoops
{
    private static readonly string[] Stations = [.. Enumerable.Range(0, HitFunctions.Keys).Select(number => $"station-{number}")];

    public static long Square(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
            sum += HitFunctions.Square(call & (HitFunctions.Keys - 1));
        return sum;
    }

    public static long SquareForAnHour(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
            sum += HitFunctions.SquareForAnHour(call & (HitFunctions.Keys - 1));
        return sum;
    }

    public static long Read(int calls)
    {
        var sum = 0L;
        var stations = Stations;
        for (var call = 0; call < calls; call++)
        {
            var key = call & (HitFunctions.Keys - 1);
            sum += HitFunctions.Read(key, stations[key]).Year;
        }

        return sum;
    }

    public static async Task<long> SquareAsync(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
            sum += await HitFunctions.SquareAsync(call & (HitFunctions.Keys - 1)).ConfigureAwait(false);
        return sum;
    }

    public static async Task<long> SquareTask(int calls)
    {
        var sum = 0L;
        for (var call = 0; call < calls; call++)
            sum += await HitFunctions.SquareTask(call & (HitFunctions.Keys - 1)).ConfigureAwait(false);
        return sum;
    }
}
