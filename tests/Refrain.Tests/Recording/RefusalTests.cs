using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Recording;

/// <summary>What each member of <see cref="Ui"/> does inside a cached function.</summary>
public sealed class RefusalTests
{
    private const string NoStop =
        "RFN0512: The cached function '{0}' calls Ui.Stop(). Others may be waiting for its value, and on a hit it does not run. Return the value and call Ui.Stop() outside.";

    private const string NoRerun =
        "RFN0512: The cached function '{0}' calls Ui.Rerun(). Others may be waiting for its value, and on a hit it does not run. Return the value and call Ui.Rerun() outside.";

    private const string NoUser =
        "RFN0513: The cached function '{0}' reads Ui.User, but its value is shared by everyone: one person's data must never be served to all. Pass it as an argument, or use Scope = CacheScope.Session.";

    private const string NoState =
        "RFN0513: The cached function '{0}' reads Ui.State, but its value is shared by everyone: one person's data must never be served to all. Pass it as an argument, or use Scope = CacheScope.Session.";

    private static readonly string[] Refused = ["Stop", "Rerun"];
    private static readonly string[] OfOnePerson = ["User", "State"];
    private static readonly string[] Allowed = ["Services", "Configuration", "Logger", "Cancellation", "Checkpoint", "Sidebar"];

    [Fact]
    public void Of_each_member_it_is_decided_whether_a_cached_function_may_use_it()
    {
        var elements = typeof(Container).GetMethods().Select(method => method.Name).ToHashSet();
        Assert.Equal(
            [.. Refused.Concat(OfOnePerson).Concat(Allowed).Order(StringComparer.Ordinal)],
            typeof(Ui).GetMembers(BindingFlags.Public | BindingFlags.Static)
                .Where(member => member is not MethodInfo { IsSpecialName: true } && !elements.Contains(member.Name))
                .Select(member => member.Name).Distinct().Order(StringComparer.Ordinal).ToArray());
    }

    [Theory]
    [InlineData("Stop", NoStop)]
    [InlineData("Rerun", NoRerun)]
    [InlineData("User", NoUser)]
    [InlineData("State", NoState)]
    [InlineData("kept State", NoState)]
    public async Task A_function_that_everyone_shares_is_refused_what_ends_a_run_or_belongs_to_one_person(string member, string text)
    {
        var errors = new List<CacheReplayException>();
        await using var app = AppTest.From(async () =>
        {
            var state = Ui.State;
            errors.Add(Assert.Throws<CacheReplayException>(() => Data(member, state)));
            errors.Add(Assert.Throws<CacheReplayException>(() => Resource(member, state)));
            errors.Add(await Assert.ThrowsAsync<CacheReplayException>(() => DataAsync(member, state)));
        });
        await app.RunAsync();
        Assert.Equal(
            [string.Format(null, text, "Data"), string.Format(null, text, "Resource"), string.Format(null, text, "DataAsync")],
            errors.Select(error => error.Message).ToArray());
        Assert.Equal<string?>(["Data", "Resource", "DataAsync"], errors.Select(error => error.Function));
        Assert.Equal("docs/errors/" + text[..7] + ".md", errors[0].HelpLink);

        [CacheData]
        static int Data(string member, [NotKeyed] SessionState kept) => Use(member, kept);

        [CacheResource]
        static object Resource(string member, [NotKeyed] SessionState kept) => Use(member, kept);

        [CacheData]
        static async Task<int> DataAsync(string member, [NotKeyed] SessionState kept)
        {
            await Task.Yield();
            return Use(member, kept);
        }
    }

    [Theory]
    [InlineData("Stop", NoStop)]
    [InlineData("Rerun", NoRerun)]
    public async Task A_function_of_session_scope_is_refused_what_ends_a_run(string member, string text)
    {
        CacheReplayException? error = null;
        await using var app = AppTest.From(() => error = Assert.Throws<CacheReplayException>(() => Load(member, Ui.State)));
        await app.RunAsync();
        Assert.Equal(string.Format(null, text, "Load"), error!.Message);

        [CacheData(Scope = CacheScope.Session)]
        static int Load(string member, [NotKeyed] SessionState kept) => Use(member, kept);
    }

    [Fact]
    public async Task A_function_of_session_scope_may_read_and_write_what_belongs_to_its_person()
    {
        string? greeting = null;
        var kept = new List<object?>();
        await using var app = AppTest.From(
            () =>
            {
                Ui.State["visits"] = 4;
                greeting = Greet(Ui.State);
                kept.AddRange(Ui.State["seen"], Ui.State["kept"]);
            },
            options => options.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test")));
        await app.RunAsync();
        Assert.Equal("ada: 4", greeting);
        Assert.Equal([true, true], kept);

        [CacheData(Scope = CacheScope.Session)]
        static string Greet([NotKeyed] SessionState state)
        {
            Ui.State["seen"] = true;
            state["kept"] = true;
            return $"{Ui.User.Identity?.Name}: {Ui.State["visits"]}";
        }
    }

    [Fact]
    public async Task A_function_that_everyone_shares_may_not_use_one_persons_through_one_that_is_not()
    {
        await using var app = AppTest.From(() => Outer());
        await app.RunAsync();
        Assert.Equal(
            "RFN0111: The cached function 'Inner' has Scope = CacheScope.Session, but was called inside Outer(), whose value is shared by everyone: one person's "
            + "data must never be served to all. Call it outside and pass its value as an argument, or give both Scope = CacheScope.Session.",
            app.Exception!.Text);

        [CacheData]
        static int Outer() => Inner();

        [CacheData(Scope = CacheScope.Session)]
        static int Inner() => 1;
    }

    [Fact]
    public async Task Every_function_may_use_what_is_the_programs()
    {
        string? setting = null;
        await using var app = AppTest.From(
            () => setting = Load(),
            options => options.Services.AddSingleton<IConfiguration>(
                new ConfigurationBuilder().AddInMemoryCollection([new("Greeting", "hello")]).Build()));
        await app.RunAsync();
        Assert.Equal("hello, not cancelled", setting);
        Assert.Equal(["beside"], app.Browser.Read(page => page.Under("sidebar").Select(node => new ElementView(node).Text).ToArray()));

        [CacheData]
        static string Load()
        {
            Ui.Checkpoint();
            Assert.NotNull(Ui.Logger);
            Assert.NotNull(Ui.Services);
            Ui.Sidebar.Say("beside");
            return $"{Ui.Configuration["Greeting"]}, {(Ui.Cancellation.IsCancellationRequested ? "cancelled" : "not cancelled")}";
        }
    }

    [Fact]
    public async Task The_interruption_of_the_run_is_not_thrown_inside_but_when_the_call_returns()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var inside = new List<object?>();
        var behind = 0;
        await using var app = AppTest.From(() =>
        {
            Probe.Number("Level", 1);
            Load(reached, go, inside);
            behind++;
        });
        app.Browser.Hello();
        await reached.WaitAsync();
        await app.Browser.Until(page => page.Children("main").Count > 0);
        var again = app.Slider("Level").SetAsync(5);
        go.Release();
        await again;
        Assert.Equal([false, "written", true], inside);
        Assert.Equal((1, 1), (behind, app.Cache.Function("Load").Executions));

        [CacheData(Scope = CacheScope.Session)]
        static int Load([NotKeyed] SemaphoreSlim reached, [NotKeyed] SemaphoreSlim go, [NotKeyed] List<object?> inside)
        {
            reached.Release();
            go.Wait();
            Ui.Checkpoint();
            inside.Add(Ui.Cancellation.IsCancellationRequested);
            Ui.State["note"] = "written";
            inside.Add(Ui.State["note"]);
            Probe.Say("drawn");
            using (Probe.Box().Enter())
                inside.Add(Ui.Services is not null);
            return 1;
        }
    }

    private static int Use(string member, SessionState kept)
    {
        switch (member)
        {
            case "Stop":
                Ui.Stop();
                break;
            case "Rerun":
                Ui.Rerun();
                break;
            case "User":
                _ = Ui.User;
                break;
            case "State":
                _ = Ui.State;
                break;
            default:
                kept["name"] = 1;
                break;
        }

        return 1;
    }
}
