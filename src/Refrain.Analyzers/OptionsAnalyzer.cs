using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Refrain.Caching.Lifetimes;

namespace Refrain.Analyzers;

/// <summary>Refuses options that the cache would refuse at the function's first use, and warns of one that does nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : CachedFunctionAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.TwoTtls, Rules.HiddenSpinner, Rules.NoEntries, Rules.BadSeconds, Rules.NoDuration, Rules.NoSize, Rules.EmptySize, Rules.NeverStale,
    ];

    private protected override void Check(CachedFunction function, Action<Diagnostic> report)
    {
        CheckTimes(function, Say);
        if (function.Get("ShowSpinner") is false && function.Has("Spinner"))
            Say(Rules.HiddenSpinner, "Spinner");
        if (function.Get("MaxEntries") is int entries and <= 0)
            Say(Rules.NoEntries, "MaxEntries", entries);
        if (function.Get("MaxSize") is string size)
            CheckSize(size, Say);

        void Say(DiagnosticDescriptor rule, string option, params object[] more) =>
            report(Diagnostic.Create(rule, function.PlaceOf(option), [function.Name, .. more]));
    }

    private static void CheckTimes(CachedFunction function, Report say)
    {
        var seconds = function.Get("TtlSeconds") is double given && !double.IsNaN(given) ? given : (double?)null;
        if (function.Has("Ttl") && seconds is not null)
            say(Rules.TwoTtls, "TtlSeconds");
        if (seconds is < 0 || seconds > TimeSpan.MaxValue.TotalSeconds / 2)
            say(Rules.BadSeconds, "TtlSeconds", seconds.Value.ToString(CultureInfo.InvariantCulture));
        if (function.Has("StaleFor") && !function.Has("Ttl") && seconds is null)
            say(Rules.NeverStale, "StaleFor");
        foreach (var option in new[] { "Ttl", "StaleFor" })
        {
            if (function.Get(option) is string text && !Duration.TryParse(text, out _))
                say(Rules.NoDuration, option, option, text, Duration.Allowed);
        }
    }

    private static void CheckSize(string size, Report say)
    {
        if (!ByteSize.TryParse(size, out var bytes))
            say(Rules.NoSize, "MaxSize", size, ByteSize.Allowed);
        else if (bytes == 0)
            say(Rules.EmptySize, "MaxSize", size);
    }

    private delegate void Report(DiagnosticDescriptor rule, string option, params object[] more);
}
