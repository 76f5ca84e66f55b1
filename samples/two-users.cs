// Two users
// One list, cached both ways, changed by everyone who comes: what is shared, and what is each caller's own.
Ui.Title("Two users, one list");
Ui.Write("Each run adds one to the first item of both lists. Open this page in a second window, then press the button here.");

var (left, right) = Ui.Columns(2);

var shared = SharedList();
shared[0]++;
left.Header("[CacheResource]");
left.Write("l[0] is:", shared[0]);
left.Caption("Everyone has the same object, so everyone's additions are in it: 2, 3, 4 …");

var own = OwnList();
own[0]++;
right.Header("[CacheData]");
right.Write("l[0] is:", own[0]);
right.Caption("Every caller has a copy of its own, so it is always 2.");

Ui.Button("Run again");

// On purpose: a list that everyone changes should be made for many threads, as the compiler would say.
#pragma warning disable RFN0701
[CacheResource]
static List<int> SharedList() => [1, 2, 3];
#pragma warning restore RFN0701

[CacheData]
static List<int> OwnList() => [1, 2, 3];
