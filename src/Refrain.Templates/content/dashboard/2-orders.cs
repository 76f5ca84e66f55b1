#:package Refrain@0.1.0
#:property PublishAot=false
// Orders
// Every order, and those above an amount.

Ui.Title("Orders");
var least = Ui.Slider("At least this much", 0, 500, 100, step: 10);
var orders = Load().Where("Amount", (int amount) => amount >= least);

Ui.Metric("Orders", orders.RowCount);
Ui.DataFrame(orders);

// Put your own source in here: a file, a database, a service.
[CacheData]
static DataFrame Load() => DataFrame.From(
    Enumerable.Range(1, 200).Select(number => new { Number = number, Customer = $"Customer {number * 7 % 23}", Amount = number * 37 % 500 }));
