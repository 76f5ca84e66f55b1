namespace Refrain.Soak;

/// <summary>Thrown by functions that fail.</summary>
internal sealed class PlannedException(int argument) : Exception($"planned for {argument}")
{
    internal int Argument { get; } = argument;
}

/// <summary>The cached functions: one for each option and for each shape of call. Each reads its cell.</summary>
internal static class Functions
{
    internal const int MostEntries = 16;
    internal const int MostBytes = 8 * 1024;
    internal const string Tag = "tagged";

    private static readonly AsyncLocal<string?> Speaker = new();

    internal static readonly Cell PlainCell = new(), TextCell = new(), SheetCell = new(), ListCell = new(), FewCell = new(), SmallCell = new(), ShortCell = new(),
        StaleCell = new(), AsyncCell = new(), TaskCell = new(), OuterCell = new(), InnerCell = new(), FailingCell = new(), PatientCell = new(),
        SessionCell = new(), TaggedCell = new(), ToolCell = new(), CheckedToolCell = new(), ShortToolCell = new(), AsyncToolCell = new(), GraphCell = new();

    internal static string? CurrentSpeaker
    {
        get => Speaker.Value;
        set => Speaker.Value = value;
    }

    [CacheData]
    internal static Answer Plain(int argument) => new(argument, PlainCell.Version);

    [CacheData]
    internal static Answer Text(string argument, int length) => new(length, argument.Length == length ? TextCell.Version : -1);

    [CacheData]
    internal static Sheet Fill(int argument) => new(argument, SheetCell.Version);

    [CacheData]
    internal static Sheet OfList(List<int> arguments) => new(arguments.Sum(), ListCell.Version);

    [CacheData(MaxEntries = MostEntries)]
    internal static Answer Few(int argument) => new(argument, FewCell.Version);

    [CacheData(MaxSize = "8KB")]
    internal static Sheet Small(int argument) => new(argument, SmallCell.Version);

    [CacheData(Ttl = "2s")]
    internal static Sheet Short(int argument) => new(argument, ShortCell.Version);

    [CacheData(Ttl = "1s", StaleFor = "10s")]
    internal static Answer Stale(int argument) => argument % 7 == 0 && Random.Shared.Next(4) == 0
        ? throw new PlannedException(argument)
        : new(argument, StaleCell.Version);

    [CacheData]
    internal static async ValueTask<Sheet> FillAsync(int argument)
    {
        var version = AsyncCell.Version;
        await Task.Yield();
        return new(argument, version);
    }

    [CacheData(Ttl = "5s")]
    internal static async Task<Answer> FindAsync(int argument, CancellationToken cancellation)
    {
        var version = TaskCell.Version;
        await Task.Delay(1, cancellation).ConfigureAwait(false);
        return new(argument, version);
    }

    [CacheData]
    internal static Sheet Outer(int argument)
    {
        var inner = Inner(argument);
        inner.Marks.Add("outer");
        return new(argument, OuterCell.Version) { Inner = inner };
    }

    [CacheData(MaxEntries = MostEntries)]
    internal static Sheet Inner(int argument) => new(argument, InnerCell.Version);

    [CacheData]
    internal static Answer Failing(int argument) => argument % 2 == 0 ? throw new PlannedException(argument) : new(argument, FailingCell.Version);

    [CacheData]
    internal static Answer Patient(int argument, CancellationToken cancellation)
    {
        var version = PatientCell.Version;
        cancellation.WaitHandle.WaitOne(1);
        cancellation.ThrowIfCancellationRequested();
        return new(argument, version);
    }

    [CacheData(Scope = CacheScope.Session)]
    internal static string Said(int argument) => $"{CurrentSpeaker}:{argument}:{SessionCell.Version}";

    [CacheData(Tags = [Tag], MaxEntries = MostEntries)]
    internal static Answer Tagged(int argument) => new(argument, TaggedCell.Version);

    [CacheData]
    internal static Sheet Ring(int argument)
    {
        var first = new Sheet(argument, GraphCell.Version);
        first.Inner = new Sheet(argument, first.Version) { Inner = first };
        return first;
    }

    [CacheResource]
    internal static Tool Open(int argument) => new(argument, ToolCell.Version);

    [CacheResource(Validate = nameof(IsGood), MaxEntries = MostEntries)]
    internal static Tool OpenChecked(int argument) => new(argument, CheckedToolCell.Version);

    [CacheResource(Ttl = "1s", Tags = [Tag])]
    internal static Tool OpenShortly(int argument) => new(argument, ShortToolCell.Version);

    [CacheResource(MaxEntries = 4)]
    internal static async Task<Tool> OpenAsync(int argument)
    {
        var version = AsyncToolCell.Version;
        await Task.Yield();
        return new(argument, version);
    }

    private static bool IsGood(Tool tool)
    {
        Violations.Require(!tool.IsReleased, "OpenChecked: Validate got a released resource");
        return Random.Shared.Next(50) != 0;
    }
}
