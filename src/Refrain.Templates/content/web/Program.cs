var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRefrain();
builder.Services.AddSingleton<Orders>();

var app = builder.Build();
app.MapGet("/", () => Results.Redirect("/sales/"));
app.MapRefrain("/sales", SalesPage.Run);
app.Run();
