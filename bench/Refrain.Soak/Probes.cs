using static Refrain.Soak.Functions;

namespace Refrain.Soak;

/// <summary>All functions under test.</summary>
internal static class Probes
{
    internal static readonly Probe[] All =
    [
        Probe.Of(nameof(Plain), PlainCell, Plain),
        Probe.Of(nameof(Fill), SheetCell, Fill),
        Probe.Of(nameof(Few), FewCell, Few),
        Probe.Of(nameof(Small), SmallCell, Small),
        Probe.Of(nameof(Short), ShortCell, Short),
        Probe.Of(nameof(Inner), InnerCell, Inner),
        Probe.Of(nameof(Tagged), TaggedCell, Tagged),
        Probe.Of(nameof(Open), ToolCell, Open),
        Probe.Of(nameof(OpenChecked), CheckedToolCell, OpenChecked),
        Probe.Of(nameof(OpenShortly), ShortToolCell, OpenShortly),
        Probe.Of(nameof(Text), TextCell, length => Text(new string('x', length), length)) with { Clear = _ => TextCell.Clear(() => Cache.Clear(Text)) },
        new(nameof(OfList), ListCell, CallList, _ => ListCell.Clear(() => Cache.Clear(OfList))),
        new(nameof(Stale), StaleCell, CallStale, _ => StaleCell.Clear(() => Cache.Clear(Stale))),
        new(nameof(FillAsync), AsyncCell, CallFillAsync, _ => AsyncCell.Clear(() => Cache.Clear(FillAsync))),
        new(nameof(FindAsync), TaskCell, CallFindAsync, _ => TaskCell.Clear(() => Cache.Clear(FindAsync))),
        new(nameof(Outer), OuterCell, CallOuter, _ => Cell.Clear([InnerCell, OuterCell], ClearNested)),
        new(nameof(Failing), FailingCell, CallFailing, _ => FailingCell.Clear(() => Cache.Clear(Failing))),
        new(nameof(Patient), PatientCell, CallPatient, _ => PatientCell.Clear(() => Cache.Clear(Patient))),
        new(nameof(Said), SessionCell, CallSaid, _ => { }),
        new(nameof(Ring), GraphCell, CallRing, _ => GraphCell.Clear(() => Cache.Clear(Ring))),
        new(nameof(OpenAsync), AsyncToolCell, CallOpenAsync, _ => AsyncToolCell.Clear(() => Cache.ClearAsync(OpenAsync))),
    ];

    private static void ClearNested()
    {
        Cache.Clear(Inner);
        Cache.Clear(Outer);
    }

    private static ValueTask CallList(Random random)
    {
        var floor = ListCell.Floor;
        List<int> arguments = [random.Next(8), random.Next(8)];
        Probe.Check(nameof(OfList), arguments.Sum(), floor, OfList(arguments));
        return default;
    }

    private static ValueTask CallStale(Random random)
    {
        var (argument, floor) = (random.Next(Probe.Arguments), StaleCell.Floor);
        try
        {
            Probe.Check(nameof(Stale), argument, floor, Stale(argument));
        }
        catch (PlannedException exception)
        {
            Violations.Require(exception.Argument == argument, $"Stale({argument}) threw what belongs to {exception.Argument}");
        }

        return default;
    }

    private static async ValueTask CallFillAsync(Random random)
    {
        var (argument, floor) = (random.Next(Probe.Arguments), AsyncCell.Floor);
        Probe.Check(nameof(FillAsync), argument, floor, await FillAsync(argument).ConfigureAwait(false));
    }

    private static async ValueTask CallFindAsync(Random random)
    {
        var (argument, floor) = (random.Next(Probe.Arguments), TaskCell.Floor);
        using var patience = new CancellationTokenSource();
        if (random.Next(3) == 0)
            patience.CancelAfter(random.Next(3));
        try
        {
            Probe.Check(nameof(FindAsync), argument, floor, await FindAsync(argument, patience.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            Violations.Require(patience.IsCancellationRequested, $"FindAsync({argument}) was cancelled by somebody else");
        }
    }

    private static ValueTask CallOuter(Random random)
    {
        var (argument, floor) = (random.Next(Probe.Arguments), OuterCell.Floor);
        var sheet = Outer(argument);
        Probe.Check(nameof(Outer), argument, floor, sheet);
        Violations.Require(sheet.Inner!.Marks is ["outer"], $"Outer({argument}) holds an inner value that another caller had changed");
        sheet.Inner.Marks.Add("mine");
        return default;
    }

    private static ValueTask CallFailing(Random random)
    {
        var (argument, floor) = (random.Next(Probe.Arguments), FailingCell.Floor);
        try
        {
            Probe.Check(nameof(Failing), argument, floor, Failing(argument));
            Violations.Require(argument % 2 != 0, $"Failing({argument}) did not throw");
        }
        catch (PlannedException exception)
        {
            Violations.Require(exception.Argument == argument, $"Failing({argument}) threw what belongs to {exception.Argument}");
        }

        return default;
    }

    private static ValueTask CallPatient(Random random)
    {
        var (argument, floor) = (random.Next(4), PatientCell.Floor);
        using var patience = new CancellationTokenSource();
        if (random.Next(3) == 0)
            patience.CancelAfter(random.Next(3));
        try
        {
            Probe.Check(nameof(Patient), argument, floor, Patient(argument, patience.Token));
        }
        catch (OperationCanceledException)
        {
            Violations.Require(patience.IsCancellationRequested, $"Patient({argument}) was cancelled by somebody else");
        }

        return default;
    }

    private static ValueTask CallSaid(Random random)
    {
        var speaker = Guid.NewGuid().ToString("N");
        CurrentSpeaker = speaker;
        using (Cache.Scope())
        {
            for (var call = 0; call < 4; call++)
            {
                var argument = random.Next(2);
                Violations.Require(Said(argument).StartsWith($"{speaker}:{argument}:", StringComparison.Ordinal), "Said gave what another session had said");
            }
        }

        CurrentSpeaker = null;
        return default;
    }

    private static ValueTask CallRing(Random random)
    {
        var (argument, floor) = (random.Next(Probe.Arguments), GraphCell.Floor);
        var sheet = Ring(argument);
        Probe.Check(nameof(Ring), argument, floor, sheet);
        Violations.Require(ReferenceEquals(sheet, sheet.Inner!.Inner) && sheet.Inner.Marks.Count == 0, $"Ring({argument}) is no ring of its own");
        return default;
    }

    private static async ValueTask CallOpenAsync(Random random)
    {
        using (Cache.Hold())
        {
            var (argument, floor) = (random.Next(16), AsyncToolCell.Floor);
            var tool = await OpenAsync(argument).ConfigureAwait(false);
            Probe.Check(nameof(OpenAsync), argument, floor, tool);
            await Task.Yield();
            Violations.Require(!tool.IsReleased, "OpenAsync: a resource was released while held");
        }
    }
}
