using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Refrain.Server.Tests.Mounting;

[Trait("row", "A7")]
public sealed class MapRefrainTests
{
    [Fact]
    public async Task Parameters_come_from_a_scope_of_each_run()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapRefrain("/", async (Counted one, IServiceProvider services, ClaimsPrincipal user, CancellationToken token) =>
            {
                await Task.Yield();
                Ui.Text($"{one.Number} {ReferenceEquals(one, services.GetService<Counted>())} {user.Identity?.IsAuthenticated == true} {token.CanBeCanceled}");
                Ui.Button("again");
            }),
            configure: builder => builder.Services.AddScoped<Counted>().AddSingleton<Counter>());
        await using var page = await server.ConnectAsync(await server.VisitAsync());

        await page.HelloAsync();
        Assert.Equal("1 True False True", (string?)page.Node("text")["props"]!["text"]);

        await page.ClickAsync(1, page.Id("button"));
        Assert.Equal("2 True False True", (string?)page.Node("text")["props"]!["text"]);
        Assert.Equal(2, server.Services.GetRequiredService<Counter>().Disposed);
    }

    [Fact]
    public async Task A_page_that_needs_a_visitor_signed_in_is_closed_to_others()
    {
        await using var server = await TestServer.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet("/login", context => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ada")], "test"))));
                app.MapRefrain("/sales", (ClaimsPrincipal user) => Ui.Text(user.Identity!.Name!)).RequireAuthorization();
            },
            configure: builder =>
            {
                builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
                builder.Services.AddAuthorization();
            });

        using var refused = await server.GetAsync("/sales/");
        using var refusedSocket = await server.GetAsync("/sales/_refrain/socket");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("/Account/Login", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, refusedSocket.StatusCode);

        using var login = await server.GetAsync("/login");
        var identity = login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var visit = await server.GetAsync("/sales/", ("Cookie", identity));
        var cookie = visit.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await using var page = await server.ConnectAsync($"{identity}; {cookie}", "/sales");
        await page.HelloAsync();

        Assert.Equal("Ada", (string?)page.Node("text")["props"]!["text"]);
    }

    [Fact, Trait("row", "D11")]
    public async Task A_service_sees_and_clears_what_pages_cached()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", () => Ui.Text(Once())));
        await using var page = await server.ConnectAsync(await server.VisitAsync());
        await page.HelloAsync();

        var cache = server.Services.GetRequiredService<ICache>();
        Assert.Equal((1, 1L), cache.Inspect().Where(report => report.Name == nameof(Once)).Select(report => (report.Entries, report.Executions)).Single());
        Assert.Equal(1, cache.ClearData());

        [CacheData]
        static string Once() => "once";
    }

    [Fact]
    public async Task Several_pages_of_one_program_are_apart()
    {
        await using var server = await TestServer.StartAsync(app =>
        {
            app.MapRefrain("/one", () => Ui.Text("one"));
            app.MapRefrain("two/", () => Task.Run(() => Ui.Text("two")));
        });
        var cookie = await server.VisitAsync("/one/");
        await using var one = await server.ConnectAsync(cookie, "/one");
        await using var two = await server.ConnectAsync(cookie, "/two");

        await one.HelloAsync();
        await two.HelloAsync(one.Session);

        Assert.Equal("one", (string?)one.Node("text")["props"]!["text"]);
        Assert.Equal("two", (string?)two.Node("text")["props"]!["text"]);
        Assert.NotEqual(one.Session, two.Session);
    }

    [Fact]
    public async Task A_service_that_is_not_registered_is_named_in_the_page()
    {
        await using var server = await TestServer.StartAsync(app => app.MapRefrain("/", (Counter counter) => Ui.Write(counter.Made)), options => options.Development = true);
        await using var page = await server.ConnectAsync(await server.VisitAsync());

        await page.HelloAsync();

        Assert.Equal("failed", page.RunState);
        Assert.Equal(
            $"RFN0606: No service of type '{typeof(Counter)}' is registered, which the page's function wants as 'counter'. Register it with builder.Services.",
            (string?)page.Node("exception")["props"]!["message"]);
    }

    [Fact]
    public async Task What_cannot_be_mounted_is_refused_at_once()
    {
        Assert.Equal(
            "RFN0604: The parameter 'HttpContext context' cannot be given: a page lives longer than a request. Take ClaimsPrincipal, CancellationToken or a service instead.",
            (await RefusedAsync(app => app.MapRefrain("/", (HttpContext context) => { }))).Message);
        Assert.Equal(
            "RFN0604: The parameter 'Int32 year' cannot be given: a page's function takes services, ClaimsPrincipal and CancellationToken. " +
            "Ask the visitor by a widget, or inject options.",
            (await RefusedAsync(app => app.MapRefrain("/", (int year) => { }))).Message);
        Assert.Equal(
            "RFN0603: A page's function returns nothing, Task or ValueTask, but this one returns String. Draw with Ui instead of returning.",
            (await RefusedAsync(app => app.MapRefrain("/", (Counter counter) => "text"))).Message);
        Assert.StartsWith(
            "RFN0607: A page is mounted at a fixed path, but '/sales/{year}' has a parameter. Read what differs from the query or the visitor.",
            (await RefusedAsync(app => app.MapRefrain("/sales/{year}", () => { }))).Message,
            StringComparison.Ordinal);

        static Task<ArgumentException> RefusedAsync(Action<WebApplication> map) => Assert.ThrowsAsync<ArgumentException>(() => TestServer.StartAsync(map));
    }

    [Fact]
    public void Without_AddRefrain_the_error_says_to_add_it()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var error = Assert.Throws<InvalidOperationException>(() => app.MapRefrain("/", () => { }));

        Assert.Equal("RFN0600: MapRefrain needs Refrain's services. Add builder.Services.AddRefrain() before builder.Build().", error.Message);
    }

    [Fact]
    public async Task Options_come_from_the_section_Refrain_and_are_checked()
    {
        await using var server = await TestServer.StartAsync(
            app => app.MapRefrain("/", () => { }),
            configure: builder => builder.Configuration["Refrain:Retention"] = "01:00:00");
        Assert.Equal(TimeSpan.FromHours(1), server.Services.GetRequiredService<IOptions<RefrainOptions>>().Value.Retention);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestServer.StartAsync(
            app => app.MapRefrain("/", () => { }), configure: builder => builder.Configuration["Refrain:MaxSessions"] = "0"));
        Assert.Equal("RFN0605: Refrain:MaxSessions is 0, but must be at least 1.", error.Message);
    }

    public sealed class Counter
    {
        public int Made { get; set; }

        public int Disposed { get; set; }
    }

    public sealed class Counted(Counter counter) : IDisposable
    {
        public int Number { get; } = ++counter.Made;

        public void Dispose() => counter.Disposed++;
    }
}
