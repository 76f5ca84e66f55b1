// Widgets
// Every widget, and what the script reads of it.
Ui.Title("Widgets");

var clicks = Ui.Button("Press", help: "Counts as one press.");
Ui.Write($"pressed: {clicks}");
Ui.Button("Locked", disabled: true);

Ui.Write($"agreed: {Ui.Checkbox("Agree")}");
Ui.Write($"one: {Ui.Slider("One", 0, 10, 5)}");
Ui.Write($"fine: {Ui.Slider("Fine", 0.0, 1.0, 0.5, step: 0.25)}");
var (low, high) = Ui.Slider("Both", 0, 100, (20, 80));
Ui.Write($"both: {low} to {high}");
Ui.Write($"count: {Ui.NumberInput("Count", 0, 10, 3)}");
Ui.Write($"share: {Ui.NumberInput("Share", 0.0, 1.0, 0.5)}");
Ui.Write($"age: {Ui.NumberInput("Age", min: 0, max: 150, value: (int?)null, placeholder: "Unknown")?.ToString() ?? "none"}");
Ui.Write("name:", Ui.TextInput("Name", "Ada", placeholder: "Who?"));
Ui.Write($"secret of {Ui.TextInput("Secret", password: true).Length} letters");
Ui.Write("city:", Ui.SelectBox("City", ["Graz", "Linz", "Wien"]));
Ui.Write("weekday:", Ui.SelectBox<DayOfWeek>("Weekday", DayOfWeek.Friday));
Ui.Write("river:", Ui.SelectBox("River", ["Donau", "Mur"], index: null, placeholder: "Any river") ?? "none");
Ui.Write($"one of many: {Ui.SelectBox("Many", Enumerable.Range(0, 500).Select(number => $"Number {number}"))}");
