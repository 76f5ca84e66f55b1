namespace Refrain.Bench.Functions;

/// <summary>Functions that are hit again and again.</summary>
public static class HitFunctions
{
    /// <summary>How many different arguments the loops go through.</summary>
    public const int Keys = 256;

    [CacheData]
    public static int Square(int number) => number * number;

    [CacheData(Ttl = "1h")]
    public static int SquareForAnHour(int number) => number * number;

    [CacheData]
    public static Reading Read(int year, string station) => new(year, station, year * 0.5);

    [CacheData]
    public static ValueTask<int> SquareAsync(int number) => new(number * number);

    [CacheData]
    public static Task<int> SquareTask(int number) => Task.FromResult(number * number);
}

/// <summary>What never changes is given to every caller as it is.</summary>
public sealed record Reading(int Year, string Station, double Value);
