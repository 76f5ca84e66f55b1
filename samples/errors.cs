// Errors
// What goes wrong is said in the page, in the words of the script; the next run recovers.
using System.Runtime.CompilerServices;

Ui.Title("Errors");
Ui.Write("Each button makes one mistake. The page says what happened and where, and the next button starts afresh.");

if (Ui.Button("Divide by nothing"))
    Ui.Write(Share(100, people: 0));

if (Ui.Button("Read a file that is not there"))
    Ui.DataFrame(LoadCsv(Here("missing.csv")));

if (Ui.Button("Read a malformed file"))
    Ui.DataFrame(LoadCsv(Here("malformed.csv")));

if (Ui.Button("Cache what cannot be copied"))
    Ui.Write(Client().BaseAddress);

if (Ui.Button("Do it right"))
    Ui.Success($"Each gets {Share(100, people: 4)}.");

static int Share(int total, int people) => total / people;

[CacheData]
static DataFrame LoadCsv(string path) => DataFrame.ReadCsv(path);

// Wrong on purpose: a client cannot be copied, so this should be [CacheResource].
[CacheData]
static HttpClient Client() => new() { BaseAddress = new Uri("https://example.org") };

// A file in the folder "broken" beside this script.
static string Here(string name, [CallerFilePath] string script = "") => Path.Combine(Path.GetDirectoryName(script)!, "broken", name);
