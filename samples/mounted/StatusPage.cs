/// <summary>For everybody: takes its services from <c>Ui.Services</c>.</summary>
internal static class StatusPage
{
    public static void Run()
    {
        var orders = Ui.Services.GetRequiredService<Orders>();
        Ui.Title("Status");
        Ui.Text($"{orders.Shop} is open");
    }
}
