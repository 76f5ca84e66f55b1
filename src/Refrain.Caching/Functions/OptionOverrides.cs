using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Refrain.Caching.Functions.Fingerprints;
using Refrain.Caching.Hosting;

namespace Refrain.Caching.Functions;

/// <summary>What a program sets of its functions' options from outside: for single functions whatever their attributes say, and for those that say nothing.</summary>
/// <param name="defaults">For functions that say nothing themselves.</param>
/// <param name="functions">For single functions, by their names.</param>
internal sealed partial class OptionOverrides(CachedFunctionSettings defaults, IDictionary<string, CachedFunctionSettings> functions)
{
    internal static readonly OptionOverrides None = new(new(), new Dictionary<string, CachedFunctionSettings>());

    private readonly ConcurrentDictionary<string, byte> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names under which no function was called.</summary>
    internal IEnumerable<string> Unused => functions.Keys.Where(name => !_used.ContainsKey(name));

    /// <summary>The options of a function here.</summary>
    /// <exception cref="CacheOptionException">An option does not fit the function.</exception>
    internal FunctionOptions Of(FunctionDefinition definition)
    {
        var options = WithDefaults(definition.Options, definition.Name);
        if (Find(definition) is not { } name)
            return options;
        _used[name] = 0;
        if (functions[name].Persist is { } persist && persist != Persist.None && WhyNotStored(options) is { } why)
        {
            throw Setting.Wrong($"{CachingConfiguration.Section}:Functions:{name}:Persist", "RFN0195",
                $"is {persist}, but '{definition.Name.Display}' {why}");
        }

        return With(options, functions[name], definition.Name);
    }

    /// <summary>The longest name that fits: <c>Load</c>, <c>Sales.Load</c>, <c>Shop.Sales.Load</c>, the identity, which in configuration ends
    /// where its colon stands.</summary>
    private string? Find(FunctionDefinition definition)
    {
        if (functions.Count == 0)
            return null;
        var (identity, qualified) = (definition.Name.Identity, QualifiedName(definition));
        return functions.Keys.Where(IsName).MaxBy(name => name.Length);

        bool IsName(string name) => name.Equals(identity, StringComparison.OrdinalIgnoreCase)
            || identity.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)
            || $".{qualified}".EndsWith($".{name}", StringComparison.OrdinalIgnoreCase);
    }

    private static string QualifiedName(FunctionDefinition definition)
    {
        var type = PartNames.HomeOf(definition.Method)!;
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;
        return $"{Arity().Replace(name, "").Replace('+', '.')}.{definition.Name.Display}";
    }

    private FunctionOptions WithDefaults(FunctionOptions options, FunctionName function)
    {
        var shown = options with
        {
            Spinner = options.Spinner != FunctionOptions.RunningText(function) ? options.Spinner
                : defaults.ShowSpinner == false ? null
                : defaults.Spinner ?? options.Spinner,
            ShowTime = options.ShowTime || defaults.ShowTime == true,
            Tags = options.Tags.Count > 0 ? options.Tags : defaults.Tags ?? options.Tags,
        };
        return options.IsResource ? shown : shown with
        {
            Ttl = options.Ttl ?? Limit(defaults.Ttl, Timeout.InfiniteTimeSpan),
            StaleFor = options.StaleFor > TimeSpan.Zero ? options.StaleFor : defaults.StaleFor ?? TimeSpan.Zero,
            MaxEntries = options.MaxEntries ?? Limit(defaults.MaxEntries, int.MaxValue),
            MaxSize = options.MaxSize ?? Limit(defaults.MaxSize, long.MaxValue),
            Persist = options.Persist != Persist.None || WhyNotStored(options) is not null ? options.Persist : defaults.Persist ?? Persist.None,
        };
    }

    private static FunctionOptions With(FunctionOptions options, CachedFunctionSettings settings, FunctionName function) => options with
    {
        Ttl = settings.Ttl is null ? options.Ttl : Limit(settings.Ttl, Timeout.InfiniteTimeSpan),
        StaleFor = settings.StaleFor ?? options.StaleFor,
        MaxEntries = settings.MaxEntries is null ? options.MaxEntries : Limit(settings.MaxEntries, int.MaxValue),
        MaxSize = settings.MaxSize is null ? options.MaxSize : Limit(settings.MaxSize, long.MaxValue),
        Spinner = settings.Spinner ?? settings.ShowSpinner switch
        {
            true => options.Spinner ?? FunctionOptions.RunningText(function),
            false => null,
            null => options.Spinner,
        },
        ShowTime = settings.ShowTime ?? options.ShowTime,
        Persist = settings.Persist ?? options.Persist,
        Tags = settings.Tags ?? options.Tags,
    };

    private static string? WhyNotStored(FunctionOptions options) =>
        options.IsResource ? "is a [CacheResource] function, whose object lives in this process only"
        : options.Scope == CacheScope.Session ? "has Scope = CacheScope.Session, and what is stored outlives every session"
        : options.AllowWidgets ? "has AllowWidgets = true, and which entry is meant depends on the widgets of a page"
        : null;

    private static T? Limit<T>(T? limit, T none)
        where T : struct, IEquatable<T> => limit is { } value && !value.Equals(none) ? value : null;

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();
}
