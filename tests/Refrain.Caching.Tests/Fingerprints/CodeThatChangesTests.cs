namespace Refrain.Caching.Tests.Fingerprints;

[Trait("row", "A3")]
[Trait("row", "B2")]
public class CodeThatChangesTests
{
    private const string Script = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text.Json;
        using System.Threading.Tasks;

        Console.WriteLine(LoadData("sales.txt").Count);
        Console.WriteLine(await LoadAsync("sales.txt"));

        static List<Sale> LoadData(string path)
        {
            var least = 10;
            var sales = Lines(path).Select(line => Parse(line)).Where(sale => sale.Price > least).ToList();
            return sales.Count > Limits.Most ? sales.Take(Limits.Default).ToList() : sales;
        }

        static Sale Parse(string line)
        {
            var cells = line.Split(',');
            return new Sale(Trim(cells[0]), Number(cells[1]));
        }

        static string Trim(string text) => text.Trim('"');

        static double Number(string text)
        {
            return Scaled(double.Parse(text));

            static double Scaled(double value) => value * 100;
        }

        static IEnumerable<string> Lines(string path)
        {
            foreach (var line in File.ReadLines(path))
            {
                if (line.Length > 3)
                    yield return line;
            }
        }

        static async Task<int> LoadAsync(string path)
        {
            var text = await File.ReadAllTextAsync(path);
            await Task.Yield();
            return text.Length + 1;
        }

        static double Total(IEnumerable<IShape> shapes) => shapes.Sum(shape => shape.Area());

        static string Describe(Animal animal) => animal.Sound();

        static List<Entry> Read(string json) => JsonSerializer.Deserialize<List<Entry>>(json)!;

        static int[] Primes() => [2, 3, 5, 7, 11, 13, 17, 19];

        static object Pair() => new { Name = "a", Age = 3 };

        static T Make<T>() where T : new() => new T();

        static object MakeEntry() => Make<Entry>();

        static string Rate(string currency) => Rates.Table[currency] + Rates.Mode;

        static string Show(Sale sale) => $"{sale}";

        static string Region(int code) => code switch { 1 => "north", 2 => "south", _ => throw new ArgumentException("code") };

        record Sale(string Name, double Price)
        {
            public double Net() => Price * 0.8;
            public override string ToString() => $"{Name}: {Net()}";
        }

        static class Limits
        {
            public const int Most = 500;
            public static readonly int Default = Math.Max(50, 7);
            public static readonly int Other = 3;
        }

        static class Rates
        {
            public static readonly Dictionary<string, string> Table = new() { ["EUR"] = "1.1" };
            public static string Mode { get; } = Environment.ProcessorCount > 1 ? "fast" : "slow";
        }

        class Entry
        {
            [System.Text.Json.Serialization.JsonPropertyName("id")]
            public int Id { get; set; }
            public Kind Kind { get; set; }
            public List<Detail> Details { get; set; } = [];
        }

        class Detail
        {
            private string _text = "";
            public string Text { get => _text; set => _text = value.Trim(); }
        }

        enum Kind { Small, Large }

        interface IShape { double Area(); }
        class Circle : IShape { public double Area() => Math.PI; }
        class Square : IShape { public double Area() => 4; }

        abstract class Animal { public virtual string Sound() => "?"; }
        class Dog : Animal { public override string Sound() => "wau"; }
        """;

    [Theory]
    [InlineData("LoadData", "var least = 10;", "var least = 11;", "LoadData")] // a constant
    [InlineData("LoadData", "sale.Price > least", "sale.Price >= least", "LoadData.lambda")] // an operator, in a lambda
    [InlineData("LoadData", "line => Parse(line)", "line => Parse(line + \" \")", "LoadData.lambda")]
    [InlineData("LoadData", "line.Split(',')", "line.Split(';')", "Parse")] // a helper
    [InlineData("LoadData", "text.Trim('\"')", "text.TrimEnd('\"')", "Trim")] // a helper's helper
    [InlineData("LoadData", "value * 100", "value / 100", "Scaled")] // a local function of a helper
    [InlineData("LoadData", "line.Length > 3", "line.Length > 4", "Lines")] // an iterator
    [InlineData("LoadData", "Math.Max(50, 7)", "Math.Max(50, 8)", "Limits.Default")] // a static readonly value
    [InlineData("LoadData", "Most = 500", "Most = 501", "LoadData")] // a const, where it is used
    [InlineData("LoadData", "string Name, double Price", "string Name, double Price, int Year = 0", "Parse", "Sale")] // a record's parameter
    [InlineData("LoadAsync", "text.Length + 1", "text.Length + 2", "LoadAsync")] // an async body
    [InlineData("LoadAsync", "Task.Yield()", "Task.Delay(1)", "LoadAsync")]
    [InlineData("Total", "=> Math.PI", "=> Math.E", "Circle.Area")] // an implementation nothing names
    [InlineData("Describe", "\"wau\"", "\"woof\"", "Dog.Sound")] // an override
    [InlineData("Read", "public int Id { get; set; }", "public int Id { get; set; } public int Age { get; set; }", "Entry")] // a property
    [InlineData("Read", "JsonPropertyName(\"id\")", "JsonPropertyName(\"ID\")", "Entry")] // an attribute
    [InlineData("Read", "Small, Large", "Large, Small", "Kind")] // a type of a type
    [InlineData("Read", "value.Trim()", "value.TrimEnd()", "Detail.Text")] // an accessor that a serializer calls
    [InlineData("Read", "public int Id", "public long Id", "Entry")]
    [InlineData("Total", "class Square : IShape", "class Ring : IShape { public double Area() => 3; } class Square : IShape", "Ring.Area")]
    [InlineData("Total", "class Square : IShape", "class Square : Base, IShape { } class Base", "Base.Area", "Square.Area")] // inherited
    [InlineData("MakeEntry", "Make<Entry>()", "Make<Detail>()", "Entry", "Kind", "MakeEntry")] // a type argument
    [InlineData("Primes", "17, 19", "17, 23", "Primes")] // static data
    [InlineData("Pair", "Age = 3", "Years = 3", "Pair")] // an anonymous type
    [InlineData("MakeEntry", "Kind Kind { get; set; }", "Kind Kind { get; init; }", "Entry")] // a type argument's shape
    [InlineData("Rate", "\"1.1\"", "\"1.2\"", "Rates.Table")]
    [InlineData("Rate", "\"slow\"", "\"calm\"", "Rates.Mode")] // an initialiser with a branch
    [InlineData("Show", "Price * 0.8", "Price * 0.9", "Sale.Net")] // reached by an override the framework calls
    [InlineData("Region", "\"south\"", "\"South\"", "Region")]
    public void A_change_of_what_runs_changes_the_fingerprint_and_is_named(string function, string old, string @new, params string[] parts) =>
        Edits.Change(function, Script, Script.Replace(old, @new, StringComparison.Ordinal), parts);
}
