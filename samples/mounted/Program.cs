// A page in a program that has a sign-in, services and addresses of its own, and perhaps a proxy before it.
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRefrain();
builder.Services.AddScoped<Orders>();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/login");
builder.Services.AddAuthorization();

// Behind a reverse proxy on this machine: what visitors typed is in these headers. A proxy elsewhere has to be named in KnownProxies.
builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders =
    ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix);

var app = builder.Build();
app.UseForwardedHeaders();

// Everything below a path of its own: dotnet run -- --PathBase /intranet
app.UsePathBase(app.Configuration["PathBase"]);
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();

// Stands for the program's own sign-in: asks for a name and believes it.
app.MapGet("/login", () => Results.Content("<form method='post'><input name='name' placeholder='Your name'><button>Sign in</button></form>", "text/html"));
app.MapPost("/login", async (HttpContext context) =>
{
    var name = (await context.Request.ReadFormAsync())["name"].ToString();
    await context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "form")));
    context.Response.Redirect($"{context.Request.PathBase}/orders/");
});

// The page's function takes what it needs as parameters …
app.MapRefrain("/orders", OrdersPage.Run).RequireAuthorization();

// … and a page that takes none finds the same services in Ui.Services.
app.MapRefrain("/status", StatusPage.Run);
app.Run();
