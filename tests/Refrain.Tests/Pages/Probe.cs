using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Refrain.Pages;
using Refrain.Runs;
using Refrain.Widgets;

namespace Refrain.Tests.Pages;

/// <summary>The plainest elements there can be, so that tests of the page do not hang on those it ships with.</summary>
internal static class Probe
{
    public static void Say(string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PageScope.Current.Place.Say(text, file, line);

    public static void Say(this Container container, string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        container.Draw(new SaidElement(text), new(file, line));

    public static Container Box([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PageScope.Current.Place.Box(file, line);

    public static Container Box(this Container container, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        container.DrawContainer(new BoxElement(), new(file, line));

    public static int Number(
        string label, int initial = 0, string? key = null, int max = 100, Action? onChange = null, bool disabled = false,
        Keep keep = default, Container? at = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        (at ?? PageScope.Current.Place).DrawWidget(
            new Widget<int>
            {
                Element = new NumberElement(label, max),
                Key = key,
                Identity = [label, max],
                Default = initial,
                Decode = value => value.GetInt32() is var number && number <= max
                    ? number
                    : throw new InputRefusedException($"{value} is more than {max}."),
                Encode = value => JsonValue.Create(value),
                Fit = value => Math.Min(value, max),
                OnChange = onChange,
                Disabled = disabled,
                Keep = keep,
            },
            new(file, line));

    public static bool Press(
        string label, string? key = null, Action? onClick = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        PageScope.Current.Place.DrawWidget(
            new Widget<bool>
            {
                Element = new PressElement(label),
                Key = key,
                Identity = [label],
                Default = false,
                Decode = _ => throw new InputRefusedException("It has no value."),
                Encode = _ => null,
                IsTrigger = true,
                OnChange = onClick,
            },
            new(file, line));

    private sealed record SaidElement(string Text) : Element
    {
        internal override string Kind => "probe";
    }

    private sealed record BoxElement : Element
    {
        internal override string Kind => "container";
    }

    private sealed record NumberElement(string Label, int Max) : Element
    {
        internal override string Kind => "slider";
    }

    private sealed record PressElement(string Label) : Element
    {
        internal override string Kind => "button";
    }
}
