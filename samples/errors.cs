// Errors
// What goes wrong is said in the page, in the words of the script; the next run recovers.
using System.Runtime.CompilerServices;

Ui.Title("Errors");
Ui.Write("Each button makes one mistake. The page says what happened and where, and the next button starts afresh.");

// All buttons first: what follows an exception is not drawn.
var (left, right) = Ui.Columns(2);
var divide = left.Button("Divide by nothing");
var missing = left.Button("Read a file that is not there");
var malformed = left.Button("Read a malformed file");
var uncopyable = right.Button("Cache what cannot be copied");
var lazy = right.Button("Cache a lazy sequence");
var rightWay = right.Button("Do it right");

if (divide)
    Ui.Write(Share(100, people: 0));
if (missing)
    Ui.DataFrame(LoadCsv(Here("missing.csv")));
if (malformed)
    Ui.DataFrame(LoadCsv(Here("malformed.csv")));
if (uncopyable)
    Ui.Write(Client().BaseAddress);
if (lazy)
    Ui.Write(Evens(10));
if (rightWay)
    Ui.Success($"Each gets {Share(100, people: 4)}.");

static int Share(int total, int people) => total / people;

[CacheData]
static DataFrame LoadCsv(string path) => DataFrame.ReadCsv(path);

// Wrong on purpose: a client cannot be copied, so this should be [CacheResource]. The compiler would say so too, if it were asked.
#pragma warning disable RFN0703
[CacheData]
static HttpClient Client() => new() { BaseAddress = new Uri("https://example.org") };
#pragma warning restore RFN0703

// Wrong on purpose: a query is not its result, and could not be kept without running it. With .ToList() it works.
[CacheData]
static IEnumerable<int> Evens(int count) => Enumerable.Range(0, count).Where(number => number % 2 == 0);

// A file in the folder "broken" beside this script.
static string Here(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "broken", name);
