using System.CommandLine;
using System.Globalization;
using Refrain.Cli.Caches;
using Refrain.Server.Hosting.Control;

namespace Refrain.Cli.Commands;

/// <summary><c>refrain cache show</c> and <c>refrain cache clear</c>: the caches of servers that run, and what lies on disk.</summary>
internal static class CacheCommand
{
    /// <summary>The kinds of entries that a server holds.</summary>
    private static readonly string[] InMemory = ["data", "resources"];

    private static readonly string[] Kinds = ["data", "resources", "disk", "all"];

    internal static Command Create()
    {
        var port = new Option<int?>("--port") { Description = "Only the server on this port. Default: all that you have started.", HelpName = "NUMBER", Recursive = true };
        var folder = new Option<string>("--folder")
        {
            Description = "The folder with the apps' entries on disk. Default: the one that apps use unless told otherwise.",
            HelpName = "PATH",
            Recursive = true,
            DefaultValueFactory = _ => DiskCaches.DefaultFolder,
        };
        var show = new Command("show", "Shows what is cached: by function in running servers, by app on disk.");
        show.SetAction((result, cancellation) => ShowAsync(
            Servers(result.GetValue(port)), result.GetValue(folder)!, result.InvocationConfiguration.Output, cancellation));
        var kind = new Argument<string>("WHAT")
        {
            Description = "data and resources: of running servers. disk: what lies in the folder. all: each of them.",
            DefaultValueFactory = _ => Kinds[0],
        };
        kind.AcceptOnlyFromAmong(Kinds);
        var function = new Option<string?>("--function", "-f") { Description = "Only functions of this name, as 'refrain cache show' prints it.", HelpName = "NAME" };
        var tag = new Option<string?>("--tag", "-t") { Description = "Only functions with this tag.", HelpName = "TAG" };
        var clear = new Command("clear", "Clears what is cached.") { kind, function, tag };
        clear.Validators.Add(result =>
        {
            var chosen = new ChosenFunctions(result.GetValue(function), result.GetValue(tag));
            if (chosen is { Name: not null, Tag: not null })
                result.AddError("Either --function or --tag chooses what is cleared, not both.");
            else if (chosen != ChosenFunctions.All && result.GetResult(kind) is { Implicit: false, Tokens: [{ Value: "data" or "resources" }] })
                result.AddError("--function and --tag choose data and resources alike. Leave them out, or say where: disk, all.");
        });
        clear.SetAction((result, cancellation) => ClearAsync(
            Servers(result.GetValue(port)),
            result.GetValue(folder)!,
            result.GetValue(kind)!,
            new(result.GetValue(function), result.GetValue(tag)),
            result.InvocationConfiguration.Output,
            cancellation));
        return new Command("cache", "Shows or clears the caches of running servers and what lies on disk.") { show, clear, port, folder };
    }

    private static RunningServer[] Servers(int? port) =>
        [.. new RunningServers(RunningServers.DefaultFolder).Read().Where(server => port is null || server.Address.Port == port)];

    private static async Task<int> ShowAsync(RunningServer[] servers, string folder, TextWriter output, CancellationToken cancellation)
    {
        var answered = 0;
        foreach (var server in servers)
        {
            if (await ServerControl.ShowAsync(server, cancellation).ConfigureAwait(false) is not { } functions)
                continue;
            answered++;
            output.WriteLine(server.Address);
            if (functions.Length == 0)
                output.WriteLine("  No cached function has been called.");
            foreach (var function in functions)
                output.WriteLine($"  {Describe(function)}");
        }

        if (answered == 0)
            output.WriteLine("No server that you started here answers.");
        output.WriteLine(folder);
        foreach (var app in DiskCaches.Apps(folder))
        {
            var (entries, bytes) = DiskCaches.Measure(app);
            output.WriteLine($"  {Path.GetFileName(app)}: {Count(entries, "entry", "entries")}, {Size(bytes)}");
        }

        return 0;
    }

    private static async Task<int> ClearAsync(
        RunningServer[] servers, string folder, string kind, ChosenFunctions chosen, TextWriter output, CancellationToken cancellation)
    {
        foreach (var server in servers)
        {
            foreach (var (by, what) in Parts(kind, chosen))
            {
                var gone = await ServerControl.ClearAsync(server, by, what, cancellation).ConfigureAwait(false);
                output.WriteLine($"{server.Address} {what}: {Count(gone, "entry", "entries")} cleared");
            }
        }

        if (kind is "disk" or "all")
        {
            foreach (var app in DiskCaches.Apps(folder))
                output.WriteLine($"{app}: {Count(DiskCaches.Clear(app, chosen), "entry", "entries")} cleared");
        }
        else if (servers.Length == 0)
            output.WriteLine("No server that you started here answers.");
        return 0;
    }

    /// <summary>What a server is asked to clear.</summary>
    private static IEnumerable<(string By, string What)> Parts(string kind, ChosenFunctions chosen) => (kind, chosen) switch
    {
        ("disk", _) => [],
        (_, { Name: { } name }) => [("function", name)],
        (_, { Tag: { } tag }) => [("tag", tag)],
        _ => InMemory.Where(part => kind == part || kind == "all").Select(part => ("kind", part)),
    };

    private static string Describe(CacheSummary function) => string.Create(
        CultureInfo.InvariantCulture,
        $"{function.Name}: {Count(function.Entries, "entry", "entries")}{(function.IsResource ? "" : ", " + Size(function.Bytes))}, {function.Hits} hits, " +
        $"{function.Misses} misses, {function.Executions} executions{(function.LastMiss is { } why ? $"; last miss: {why}" : "")}");

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.#} GB"),
    };
}
