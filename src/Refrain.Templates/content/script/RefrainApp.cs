#:package Refrain@0.1.0
#:property PublishAot=false
// My first page
// Change something and save: the open page follows.

Ui.Title("Hello");
var name = Ui.TextInput("Your name", value: "Ada");
var count = Ui.Slider("How many", 1, 50, 10);

Ui.Write($"Hello **{name}**, here are {count} numbers and their squares.");
var squares = Squares(count);
Ui.LineChart(squares, x: "Number", y: "Square");
Ui.DataFrame(squares);

// Runs once for each count, whoever asks; asked again, it answers from the cache.
[CacheData]
static DataFrame Squares(int count) =>
    DataFrame.From(Enumerable.Range(1, count).Select(number => new { Number = number, Square = number * number }));
