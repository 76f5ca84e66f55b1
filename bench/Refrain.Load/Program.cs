using System.Globalization;
using Refrain.Load;
using Refrain.Load.Disk;

const string Usage = """
    dotnet run -c Release --project bench/Refrain.Load -- VERB
      crash --kills 500        kills a process that writes entries to disk, again and again, and reads what is left
      fuzz --files 200000      damages files of entries, and reads them
      disk --files 100000      how fast entries are stored and found, and how soon after a start with that many files
    """;

switch (args)
{
    case ["crash", "--kills", var kills]:
        return Report(Crash.Run(int.Parse(kills, CultureInfo.InvariantCulture), seed: Environment.TickCount));
    case ["fuzz", "--files", var files]:
        return Report(Fuzz.Run(int.Parse(files, CultureInfo.InvariantCulture), seed: Environment.TickCount));
    case ["disk", "--files", var files]:
        Speed.Run(int.Parse(files, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case [Crash.WriterVerb, var folder, var seed, var round]:
        CrashWriter.Run(folder, int.Parse(seed, CultureInfo.InvariantCulture), int.Parse(round, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Report(Outcome outcome)
{
    Console.WriteLine(outcome.Summary);
    foreach (var violation in outcome.Violations)
        Console.WriteLine(violation);
    return outcome.Violations.Count == 0 ? 0 : 1;
}
