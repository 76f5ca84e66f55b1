// Dropped column
// Drop a column of a cached table, and run again: a shared table has lost it for good, a copy has not.
using System.Runtime.CompilerServices;

Ui.Title("A dropped column");
var attribute = Ui.SelectBox("Load the table with", ["[CacheData]", "[CacheResource]"]);

var (left, right) = Ui.Columns(2);
left.Button("Run again");
if (right.Button("Clear the cache"))
{
    Cache.Clear(LoadCopy);
    Cache.Clear(LoadShared);
}

var places = attribute == "[CacheData]" ? LoadCopy(Data("zipcodes.csv")) : LoadShared(Data("zipcodes.csv"));
Ui.Write("Columns before:", string.Join(", ", places.Columns.Names));

// In place. On the second run a shared table has no such column any more, and this line says so.
places.Columns.Remove("Lat");

Ui.Success("The column 'Lat' was dropped.");
Ui.DataFrame(places);
Ui.Caption("Data: zipcodes.csv of vega-datasets 3.2.1 (BSD-3-Clause), from GeoNames (CC BY 4.0).");

[CacheData]
static DataFrame LoadCopy(string path) => Load(path);

[CacheResource]
static DataFrame LoadShared(string path) => Load(path);

static DataFrame Load(string path)
{
    var places = DataFrame.ReadCsv(path);
    places.Columns.Rename("latitude", "Lat");
    places.Columns.Rename("longitude", "Lon");
    return places;
}

// A file in the folder "data" beside this script.
static string Data(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "data", name);
