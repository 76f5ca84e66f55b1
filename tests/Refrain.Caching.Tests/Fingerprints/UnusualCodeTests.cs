namespace Refrain.Caching.Tests.Fingerprints;

[Trait("row", "A3")]
public class UnusualCodeTests
{
    private const string Code = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        static class App
        {
            static List<Item> Sorted(List<Item> items) { items.Sort(); return items; }
            static T Parsed<T>(string text) where T : IParsable<T> => T.Parse(text, null);
            static Item Item(string text) => Parsed<Item>(text);
            static T Start<T>() where T : IStart<T> => T.Zero;
            static int Setting() => Settings.Value;
            static int Dynamic(dynamic value) => value.Length + value.Size;
            static unsafe int Pointer(delegate*<int, int> f) => f(3);
            static unsafe int ThroughPointer() => Pointer(&Twice);
            static int Twice(int x) => 2 * x;
            static int Word(string word) => word switch { "a" => 1, "b" => 2, "c" => 3, "d" => 4, "e" => 5, "f" => 6, "g" => 7, "h" => 8, _ => 0 };
            static int Local() => new Hidden().Value();
            static async IAsyncEnumerable<int> Stream() { await Task.Yield(); yield return 1; }
            static async Task<int> Streamed() { var sum = 0; await foreach (var x in Stream()) sum += x; return sum; }
            static int Caught(string text) { try { return int.Parse(text); } catch (FormatException) when (text.Length > 1) { return -1; } }
            static Func<int, int> Group() => Twice;
            static string Shown(Ordered value) => System.Text.Json.JsonSerializer.Serialize(value);
        }

        class Item : IComparable<Item>, IParsable<Item>
        {
            public int Id;
            public int CompareTo(Item? other) => Id - other!.Id;
            public static Item Parse(string s, IFormatProvider? p) => new() { Id = int.Parse(s) };
            public static bool TryParse(string? s, IFormatProvider? p, out Item result) { result = Parse(s!, p); return true; }
        }

        interface IStart<T> { static abstract T Zero { get; } }
        struct Meter : IStart<Meter> { public static Meter Zero => new() { Value = 1 }; public int Value; }

        static class Settings
        {
            public static readonly int Value;
            static Settings() { for (var i = 0; i < 3; i++) Value += i; }
        }

        file class Hidden { public int Value() => 5; }

        [AttributeUsage(AttributeTargets.Property)]
        class OrderAttribute([CallerLineNumber] int line = 0) : Attribute { public int Line => line; }

        class Ordered
        {
            [Order] public int A { get; set; }
            [Order] public int B { get; set; }
        }
        """;

    [Theory]
    [InlineData("Sorted", "Id - other!.Id", "other!.Id - Id", "Item.CompareTo")] // called by the framework
    [InlineData("Item", "Id = int.Parse(s) }", "Id = -int.Parse(s) }", "Item.Parse")]
    [InlineData("Start", "Value = 1", "Value = 2", "Meter.Zero")] // a static member of an interface
    [InlineData("Setting", "i < 3", "i < 4", "Settings")] // a written static constructor
    [InlineData("Dynamic", "value.Size", "value.Count", "Dynamic")]
    [InlineData("ThroughPointer", "2 * x", "3 * x", "Twice")]
    [InlineData("Group", "2 * x", "3 * x", "Twice")]
    [InlineData("Word", "\"h\" => 8", "\"h\" => 9", "Word")]
    [InlineData("Word", "\"h\" => 8", "\"i\" => 8", "Word")]
    [InlineData("Local", "=> 5", "=> 6", "Hidden.Value")]
    [InlineData("Streamed", "yield return 1", "yield return 2", "Stream")]
    [InlineData("Caught", "(FormatException)", "(OverflowException)", "Caught")]
    [InlineData("Caught", "text.Length > 1", "text.Length > 2", "Caught")]
    [InlineData("Shown", "public int B", "public long B", "Ordered")]
    public void Its_changes_are_seen(string function, string old, string @new, params string[] parts) =>
        Edits.Change(function, Code, Code.Replace(old, @new, StringComparison.Ordinal), parts);

    [Theory]
    [InlineData("Sorted")]
    [InlineData("Item")]
    [InlineData("Start")]
    [InlineData("Setting")]
    [InlineData("Dynamic")]
    [InlineData("ThroughPointer")]
    [InlineData("Word")]
    [InlineData("Local")]
    [InlineData("Streamed")]
    [InlineData("Caught")]
    [InlineData("Group")]
    [InlineData("Shown")]
    public void Edits_elsewhere_change_nothing(string function)
    {
        var edited = Code
            .Replace("static class App\n{", """


                static class Before
                {
                    static int Other(dynamic x) { Func<int> f = () => x.Y; return f() + new { Z = 1 }.Z + new List<int> { 1 }.Count(n => n > 3); }
                    static async IAsyncEnumerable<int> More() { await Task.Yield(); yield return 3; }
                }

                static class App
                {
                    static int First(dynamic a) => a.B("12345678901234567890") + new byte[] { 1, 2, 3, 4, 5, 6, 7 }.Length;
                    static Action Second() => Third; static void Third() { }
                """, StringComparison.Ordinal)
            .Replace("    [Order] public int B", "\n\n    // moved\n    [Order] public int B", StringComparison.Ordinal);
        Edits.ChangeNothing(function, Code, edited);
    }
}
