/// <summary>Stands for what the program has already: a database, a service.</summary>
public sealed class Orders
{
    public IEnumerable<Order> InYear(int year) =>
        from month in Enumerable.Range(1, 12)
        select new Order(new DateOnly(year, month, 1), 1000 + (month * 170 % 600));
}

public sealed record Order(DateOnly Month, int Amount);
