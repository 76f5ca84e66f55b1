// Hello
// The smallest page: a question, a number, and an answer that follows them.
Ui.Title("Hello");
var name = Ui.TextInput("Your name", "world");
var times = Ui.Slider("How often", 1, 5, 1);

for (var i = 0; i < times; i++)
    Ui.Write($"Hello, **{name}**!");

if (Ui.Button("Applaud"))
    Ui.Success($"Well done, {name}.");
