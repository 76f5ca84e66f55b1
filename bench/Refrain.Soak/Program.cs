using System.Globalization;
using Refrain.Soak;

// Hammers cached functions for a while and watches the rules: `--minutes 10` (the default) or `--seconds 5`.
if (args is not ([] or ["--minutes" or "--seconds", _]) || !TryRead(args, out var duration))
{
    Console.Error.WriteLine("Usage: Refrain.Soak [--minutes 10 | --seconds 5]");
    return 2;
}

return new Soak(duration).Run() ? 0 : 1;

static bool TryRead(string[] args, out TimeSpan duration)
{
    duration = TimeSpan.FromMinutes(10);
    if (args is [])
        return true;
    if (!double.TryParse(args[1], CultureInfo.InvariantCulture, out var number) || number <= 0)
        return false;
    duration = args[0] == "--minutes" ? TimeSpan.FromMinutes(number) : TimeSpan.FromSeconds(number);
    return true;
}
