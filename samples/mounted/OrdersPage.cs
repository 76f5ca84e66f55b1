using System.Security.Claims;

/// <summary>For signed-in visitors: their orders.</summary>
internal static class OrdersPage
{
    public static void Run(Orders orders, ClaimsPrincipal user)
    {
        var name = user.Identity!.Name!;
        Ui.Title("Your orders");
        Ui.Text($"{name} at {orders.Shop}");

        var least = Ui.Slider("At least this much", 0, 90);
        Ui.DataFrame(Load(name, orders).Where("Amount", (int amount) => amount >= least));
    }

    // The customer is part of the key, the service is not: its name begins with _.
    [CacheData(Ttl = "5m")]
    private static DataFrame Load(string customer, Orders _orders) => DataFrame.From(_orders.Of(customer));
}
