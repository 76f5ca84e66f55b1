using Refrain.Elements;
using Refrain.Pages;

namespace Refrain;

/// <summary>Everything a page refuses, in one place so that it has one voice.</summary>
internal static class PageErrors
{
    internal static UiException NoPage() => new(
        "RFN0501",
        "There is no page to draw on here. Call Ui from a script that Refrain runs, from a function given to app.MapRefrain, or from AppTest.");

    internal static UiException RunEnded() => new(
        "RFN0502",
        "The run that started this has ended, so there is no page to draw on any more. " +
        "Await the work before the script ends, or put its result where the next run finds it.");

    internal static UiException DuplicateKey(string key, CallSite first, CallSite second) => new(
        "RFN0503",
        $"The key '{key}' is used twice in one run: {first.Describe()} and {second.Describe()}. Give each widget a key of its own.");

    internal static UiException OtherRun(string block, CallSite made) => new(
        "RFN0504",
        $"The {block} made at {made.Describe()} belongs to another run, so nothing can be drawn in it. Make it anew in each run.");

    internal static UiException StateNeverSet(string key) => new(
        "RFN0520",
        $"Ui.State[\"{key}\"] was read but never set. Set it first, or read it with Ui.State.GetOrAdd(\"{key}\", () => ...).");

    internal static UiException AssignedTooLate(string key, CallSite site) => new(
        "RFN0521",
        $"Ui.State[\"{key}\"] was set after its widget was called ({site.Describe()}), which has already given another value to this run. " +
        "Assign before the widget, or in a callback.");

    internal static UiException TriggerAssigned(string key) => new(
        "RFN0522", $"Ui.State[\"{key}\"] was set, but it is the key of a button, which only a click makes true. Use a name of its own.");

    internal static UiException StateOfOtherType(string key, object? value, Type wanted) => new(
        "RFN0523",
        $"Ui.State[\"{key}\"] is {(value is null ? "null" : $"of type {Display.TypeName(value.GetType())}")}, but {Display.TypeName(wanted)} was expected. " +
        "Read it as what it was set as.");

    internal static CacheReplayException WidgetInRefresh(string function, string widget, CallSite site) => new(
        "RFN0514",
        $"The cached function '{function}' calls the widget '{widget}' ({site.Describe()}) in a refresh, which runs behind the pages, so the widget " +
        "has no value there. Leave out StaleFor, or call the widget outside and pass its value as an argument.")
    {
        Function = function,
    };

    internal static CacheReplayException WidgetInside(string function, string widget, CallSite site) => new(
        "RFN0510",
        $"The cached function '{function}' calls the widget '{widget}' ({site.Describe()}). On a hit the function does not run, so the widget's " +
        "value could not change what it returns. Call the widget outside and pass its value as an argument.")
    {
        Function = function,
    };

    internal static CacheReplayException DrawsOutside(string function, string block, CallSite made, CallSite site) => new(
        "RFN0511",
        $"The cached function '{function}' draws at {site.Describe()} into a {block} that was made outside it ({made.Describe()}). On a hit the " +
        "function does not run and could not find it again. Make the block inside the function, or draw what the function returns.")
    {
        Function = function,
    };

    internal static CacheReplayException EndsRunInside(string function, string member) => new(
        "RFN0512",
        $"The cached function '{function}' calls {member}. Others may be waiting for its value, and on a hit it does not run. " +
        $"Return the value and call {member} outside.")
    {
        Function = function,
    };

    internal static CacheReplayException PersonInside(string function, string member) => new(
        "RFN0513",
        $"The cached function '{function}' reads {member}, but its value is shared by everyone: one person's data must never be served to all. " +
        "Pass it as an argument, or use Scope = CacheScope.Session.")
    {
        Function = function,
    };

    internal static UiException NoConfiguration() => new(
        "RFN0505",
        "Ui.Configuration was read, but the program has no configuration. Register IConfiguration in its services, as WebApplication.CreateBuilder does.");

    private static string Describe(this CallSite site) => site.Line == 0 ? "the page itself" : $"{Path.GetFileName(site.File)}, line {site.Line}";
}
