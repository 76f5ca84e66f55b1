/// <summary>Runs from top to bottom at each visit and each click.</summary>
public static class SalesPage
{
    // Parameters come from the program's services, as in minimal APIs.
    public static void Run(Orders orders)
    {
        Ui.Title("Sales");
        var year = Ui.SelectBox("Year", [2025, 2024, 2023]);
        var sales = Load(year, orders);

        Ui.Metric("Revenue", $"{sales["Amount"].Sum():N0}");
        Ui.LineChart(sales, x: "Month", y: "Amount");
    }

    // A parameter whose name begins with _ is not part of the key.
    [CacheData(Ttl = "10m")]
    private static DataFrame Load(int year, Orders _orders) => DataFrame.From(_orders.InYear(year));
}
