#:package Refrain@0.1.0
#:property PublishAot=false
// Overview
// What was sold, month by month.

Ui.Title("Overview");
var sales = Load(2025);
var region = Ui.SelectBox("Region", ["All", .. sales.Column<string>("Region").Distinct().Order()]);
var shown = region == "All" ? sales : sales.Where("Region", (string of) => of == region);

var (orders, revenue) = Ui.Columns(2);
orders.Metric("Orders", $"{shown["Orders"].Sum():N0}");
revenue.Metric("Revenue", $"{shown["Revenue"].Sum():N0}");

Ui.Header("Revenue by month");
Ui.LineChart(shown.GroupBy("Month").Sum("Revenue"), x: "Month", y: "Revenue");

// Put your own source in here: a file, a database, a service.
[CacheData(Ttl = "1h", Spinner = "Loading sales...")]
static DataFrame Load(int year) => DataFrame.From(
    from month in Enumerable.Range(1, 12)
    from region in new[] { "North", "South", "West" }
    let orders = 20 + (month * region.Length * 7 % 30)
    select new { Month = new DateOnly(year, month, 1), Region = region, Orders = orders, Revenue = orders * 49.5 });
