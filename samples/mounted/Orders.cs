/// <summary>Stands for what the program has already: one for each run of a page, as for each request.</summary>
internal sealed class Orders(IConfiguration configuration)
{
    public string Shop => configuration["Shop"] ?? "the shop";

    public IEnumerable<Order> Of(string customer) => Enumerable.Range(1, 12).Select(number => new Order(number, customer, number * 17 % 90));
}

internal sealed record Order(int Number, string Customer, int Amount);
