namespace Refrain.Soak;

/// <summary>One function under test: how it is called and checked, how it is cleared.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Cell">What it reads.</param>
/// <param name="Call">Calls it once, and checks what it gives.</param>
/// <param name="Clear">Clears it, with the source of chance.</param>
internal sealed record Probe(string Name, Cell Cell, Func<Random, ValueTask> Call, Action<Random> Clear)
{
    /// <summary>How many different arguments there are, for most functions.</summary>
    internal const int Arguments = 64;

    internal static Probe Of(string name, Cell cell, Func<int, Answer> function) => new(name, cell, random =>
    {
        var (argument, floor) = (random.Next(Arguments), cell.Floor);
        Check(name, argument, floor, function(argument));
        return default;
    }, _ => cell.Clear(() => Cache.Clear(function)));

    internal static Probe Of(string name, Cell cell, Func<int, Sheet> function) => new(name, cell, random =>
    {
        var (argument, floor) = (random.Next(Arguments), cell.Floor);
        Check(name, argument, floor, function(argument));
        return default;
    }, _ => cell.Clear(() => Cache.Clear(function)));

    internal static Probe Of(string name, Cell cell, Func<int, Tool> function) => new(name, cell, random =>
    {
        using (Cache.Hold())
        {
            var (argument, floor) = (random.Next(Arguments), cell.Floor);
            var tool = function(argument);
            Check(name, argument, floor, tool);
            Thread.Yield();
            Violations.Require(!tool.IsReleased, $"{name}: a resource was released while held");
        }

        return default;
    }, _ => cell.Clear(() => Cache.Clear(function)));

    internal static void Check(string name, int argument, long floor, Answer answer)
    {
        Violations.Require(answer.Argument == argument, $"{name}({argument}) gave the value of {answer.Argument}");
        Violations.Require(answer.Version >= floor, $"{name}({argument}) gave version {answer.Version} after a clear at {floor}");
    }

    /// <summary>Each caller writes into what it got; nobody may find it.</summary>
    internal static void Check(string name, int argument, long floor, Sheet sheet)
    {
        Check(name, argument, floor, new Answer(sheet.Argument, sheet.Version));
        Violations.Require(sheet.Marks.Count == 0, $"{name}({argument}) gave a value that another caller had changed");
        sheet.Marks.Add("mine");
    }

    internal static void Check(string name, int argument, long floor, Tool tool)
    {
        Check(name, argument, floor, new Answer(tool.Argument, tool.Version));
        Violations.Require(!tool.IsReleased, $"{name}({argument}) gave a released resource");
    }
}
