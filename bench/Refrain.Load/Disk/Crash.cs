using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Refrain.Caching.Stores;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Load.Disk;

/// <summary>Kills a process that stores and removes entries, at a random step, and reads what is left; again and again over one folder.</summary>
/// <remarks>
/// The writer (<see cref="CrashWriter"/>) says each step before it does it, and each change before and after it. It is killed while it waits
/// to do a step, or right after it was told to, which is somewhere within. Afterwards an entry must be what the last finished change of its
/// key made it, or what the one that was going on would have made it.
/// </remarks>
internal static class Crash
{
    internal const string WriterVerb = "crash-writer";
    internal const int Keys = 6;
    private const int MostSteps = 150;

    /// <param name="kills">How often.</param>
    /// <param name="seed">What chooses the changes and the moments.</param>
    /// <param name="host">The program whose settings the writer runs under: one that has this library beside it.</param>
    internal static Outcome Run(int kills, int seed, Assembly? host = null)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var root = Path.Combine(folder.FullName, "cache");
            var random = new Random(seed);
            var violations = new Violations();
            var numbers = new int?[Keys];
            var changes = 0;
            for (var round = 0; round < kills; round++)
            {
                violations.Where = $"seed {seed}, kill {round}";
                using var writer = Start(host ?? typeof(Crash).Assembly, root, seed, round);
                var going = ReadUntilKilled(writer, random, numbers, violations, ref changes);
                Check(root, numbers, going, violations);
            }

            return new($"{kills} kills, {changes} changes, {violations.Lines.Count} violations.", violations.Lines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(Assembly host, string root, int seed, int round) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList =
        {
            "exec", "--runtimeconfig", Path.ChangeExtension(host.Location, ".runtimeconfig.json"), "--depsfile", Path.ChangeExtension(host.Location, ".deps.json"),
            typeof(Crash).Assembly.Location, WriterVerb, root, Text(seed), Text(round),
        },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <returns>The change that was going on when the writer was killed.</returns>
    private static Change? ReadUntilKilled(Process writer, Random random, int?[] numbers, Violations violations, ref int changes)
    {
        var (steps, isWithinStep) = (random.Next(1, MostSteps), random.Next(2) == 0);
        Change? going = null;
        while (writer.StandardOutput.ReadLine() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["step"]:
                    if (--steps > 0 || isWithinStep)
                        Continue(writer);
                    if (steps == 0)
                        writer.Kill();
                    break;
                case ["begin", var key, var number]:
                    going = new(Number(key), number == "none" ? null : Number(number));
                    break;
                case ["end"]:
                    going!.Apply(numbers);
                    going = null;
                    changes++;
                    break;
            }
        }

        writer.WaitForExit();
        if (steps > 0)
            violations.Add($"the writer ended by itself, with code {writer.ExitCode}");
        return going;
    }

    private static void Continue(Process writer)
    {
        try
        {
            writer.StandardInput.WriteLine();
            writer.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It was killed before; what it had said by then is still to be read.
        }
    }

    private static void Check(string root, int?[] numbers, Change? going, Violations violations)
    {
        using var storage = DiskStorage.TryOpen(root, TimeProvider.System, violations)!;
        var function = storage.Open("Load", "code", Sample.NoLimits);
        for (var key = 0; key < Keys; key++)
        {
            try
            {
                int? found = null;
                if (function.TryRead(Sample.DigestOf(key)) is { } entry)
                    found = Sample.Of(entry) is { } sample && sample.Key == key ? sample.Number : -1;
                var mayBe = going is not null && going.Concerns(key) && found == going.Number;
                if (found != numbers[key] && !mayBe)
                    violations.Add($"key {key} is {found}, but should be {numbers[key]}");
                numbers[key] = found;
            }
            catch (Exception exception)
            {
                violations.Add(exception.ToString());
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A key gets the entry of this number, or none; a negative key stands for all.</summary>
    private sealed record Change(int Key, int? Number)
    {
        internal bool Concerns(int key) => Key < 0 || Key == key;

        internal void Apply(int?[] numbers)
        {
            for (var key = 0; key < numbers.Length; key++)
                numbers[key] = Concerns(key) ? Number : numbers[key];
        }
    }

    /// <summary>Collects violations; a line in the log is one, since a kill leaves no damaged file in an entry's place.</summary>
    private sealed class Violations : ILogger
    {
        internal List<string> Lines { get; } = [];

        internal string Where { get; set; } = "";

        internal void Add(string what) => Lines.Add($"{Where}: {what}");

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add(formatter(state, exception));
    }
}
