// Big table
// A hundred million rows in one table: scroll to the last, search, filter, sort and save. The server does it; the browser reads what it shows.
using System.Runtime.InteropServices;

Ui.Title("A hundred million trips");
Ui.Write("Type a word into the search, add a filter, or sort by a column. What takes a moment says how far it is and can be stopped.");

var trips = Trips(100_000_000);
Ui.DataFrame(trips, label: "Trips", height: 480, columns: new Dictionary<string, GridColumn>
{
    ["Trip"] = new() { Pinned = true, Notation = GridNotation.Plain },
    ["Fare"] = new() { Prefix = "€ ", Decimals = 2 },
    ["Full"] = GridColumn.Progress(0, 1) with { Notation = GridNotation.Percent, Decimals = 0 },
});
Ui.Caption("The rows repeat after a million, but for their numbers: columns share what is equal, so that the table takes 0.4 GB and is made in a second.");

// A frame is handed out by the cache for free, whatever its length.
[CacheData]
static DataFrame Trips(int rows)
{
    const int different = 1_000_000;
    string[] cities = ["Bergen", "Bodø", "Hamar", "Oslo", "Stavanger", "Tromsø", "Trondheim"];
    var random = new Random(1);
    var trips = new DataFrame(
        ("City", Enumerable.Range(0, different).Select(_ => cities[random.Next(cities.Length)]).ToArray()),
        ("Hour", Enumerable.Range(0, different).Select(_ => random.Next(24)).ToArray()),
        ("Fare", Enumerable.Range(0, different).Select(_ => Math.Round(3 + (random.NextDouble() * 40), 2)).ToArray()),
        ("Full", Enumerable.Range(0, different).Select(_ => random.Next(101) / 100.0).ToArray()));
    while (trips.RowCount < rows)
        trips = trips.Concat(trips.Take(rows - trips.RowCount));

    var numbers = new int[rows];
    for (var row = 0; row < rows; row++)
        numbers[row] = row + 1;
    trips["Trip"] = Column.From(ImmutableCollectionsMarshal.AsImmutableArray(numbers));
    return trips.Select("Trip", "City", "Hour", "Fare", "Full");
}
