using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Refrain.Tests.Pages;

namespace Refrain.Tests.Runs;

public sealed class UiTests
{
    [Fact]
    public void Without_a_page_Ui_says_so()
    {
        var error = Assert.Throws<UiException>(() => Probe.Say("nowhere"));
        Assert.Equal(
            "RFN0501: There is no page to draw on here. Call Ui from a script that Refrain runs, from a function given to app.MapRefrain, or from AppTest.",
            error.Message);
        Assert.Equal("docs/errors/RFN0501.md", error.HelpLink);
    }

    [Fact]
    public async Task After_its_run_has_ended_Ui_says_so()
    {
        var ended = new TaskCompletionSource();
        Task<UiException>? late = null;
        Container? kept = null;
        await using var app = AppTest.From(() =>
        {
            kept = Probe.Box();
            late = Task.Run(async () =>
            {
                await ended.Task;
                return Assert.Throws<UiException>(() => Probe.Say("late"));
            });
        });
        await app.RunAsync();
        await app.RunAsync();
        ended.SetResult();
        const string text =
            "RFN0502: The run that started this has ended, so there is no page to draw on any more. " +
            "Await the work before the script ends, or put its result where the next run finds it.";
        Assert.Equal(text, (await late!).Message);
        Assert.Equal(text, Assert.Throws<UiException>(() => kept!.Say("late")).Message);
    }

    [Fact]
    public async Task A_container_of_an_earlier_run_is_refused()
    {
        Container? kept = null;
        await using var app = AppTest.From(() =>
        {
            kept ??= Probe.Box(file: "sales.cs", line: 3);
            kept.Say("again");
        });
        await app.RunAsync();
        Assert.Null(app.Exception);
        await app.RunAsync();
        Assert.StartsWith("RFN0502: The run that started this has ended", app.Exception!.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("row", "A7")]
    public async Task A_script_has_services_of_its_run_the_user_and_the_configuration()
    {
        var scoped = new List<Scoped>();
        string? name = null, setting = null;
        await using var app = AppTest.From(
            () =>
            {
                scoped.Add(Ui.Services.GetRequiredService<Scoped>());
                name = Ui.User.Identity?.Name;
                setting = Ui.Configuration["Greeting"];
            },
            options =>
            {
                options.Services.AddScoped<Scoped>();
                options.Services.AddSingleton<IConfiguration>(
                    new ConfigurationBuilder().AddInMemoryCollection([new("Greeting", "hello")]).Build());
                options.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ada")], "test"));
            });
        await app.RunAsync();
        await app.RunAsync();
        Assert.Equal(("ada", "hello"), (name, setting));
        Assert.NotSame(scoped[0], scoped[1]);
        Assert.All(scoped, service => Assert.True(service.IsDisposed));
    }

    [Fact]
    public async Task Without_a_configuration_Ui_says_so()
    {
        await using var app = AppTest.From(() => _ = Ui.Configuration["Greeting"]);
        await app.RunAsync();
        Assert.Equal(
            "RFN0505: Ui.Configuration was read, but the program has no configuration. Register IConfiguration in its services, as WebApplication.CreateBuilder does.",
            app.Exception!.Text);
    }

    [Fact]
    public async Task Parallel_branches_each_draw_where_they_entered()
    {
        await using var app = AppTest.From(async () =>
        {
            var (left, right) = (Probe.Box(), Probe.Box());
            var bothIn = new TaskCompletionSource();
            var entered = 0;
            await Task.WhenAll(Branch(left, "left"), Branch(right, "right"));

            async Task Branch(Container at, string text)
            {
                await Task.Yield();
                using (at.Enter())
                {
                    if (Interlocked.Increment(ref entered) == 2)
                        bothIn.SetResult();
                    await bothIn.Task;
                    Probe.Say(text);
                }
            }
        });
        await app.RunAsync();
        Assert.Equal(["container", "probe", "container", "probe"], app.Browser.Read(page => page.Under("main").Select(node => node.Kind).ToArray()));
        Assert.Equal(["left", "right"], app.Elements("probe").Select(probe => probe.Text));
    }

    [Fact]
    public async Task The_sidebar_is_there_only_when_it_is_used()
    {
        var used = true;
        await using var app = AppTest.From(() =>
        {
            if (!used)
                return;
            using (Ui.Sidebar.Enter())
                Probe.Say("beside");
        });
        await app.RunAsync();
        Assert.Equal(["main", "sidebar"], app.Browser.Read(page => page.Children("root")));
        Assert.Equal("beside", app.Elements("probe")[0].Text);
        used = false;
        await app.RunAsync();
        Assert.Equal(["main"], app.Browser.Read(page => page.Children("root")));
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
