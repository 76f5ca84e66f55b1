using System.Globalization;
using Refrain.Load;
using Refrain.Load.Disk;
using Refrain.Load.Tool;

const string Usage = """
    dotnet run -c Release --project bench/Refrain.Load -- VERB
      crash --kills 500        kills a process that writes entries to disk, again and again, and reads what is left
      fuzz --files 200000      damages files of entries, and reads them
      disk --files 100000      how fast entries are stored and found, and how soon after a start with that many files
      edit --saves 20          how long from the save of a script until the browser has painted it; builds of src/Refrain.Cli and Chromium must be there
      start --starts 5         how long `refrain run` takes until the page answers
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
    case ["edit", "--saves", var saves]:
        await EditSpeed.RunAsync(int.Parse(saves, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    case ["start", "--starts", var starts]:
        await StartSpeed.RunAsync(int.Parse(starts, CultureInfo.InvariantCulture), Console.Out);
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
