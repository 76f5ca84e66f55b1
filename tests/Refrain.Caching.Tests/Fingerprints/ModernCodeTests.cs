namespace Refrain.Caching.Tests.Fingerprints;

/// <summary>What newer forms of the language compile to, where the compiler makes types and members of its own.</summary>
[Trait("row", "A3")]
public class ModernCodeTests
{
    private const string Code = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using System.Text.RegularExpressions;
        using System.Threading.Tasks;

        static partial class App
        {
            static Point Moved(Point point) => point with { X = point.X + 1 };
            static int Word(string word) => word switch { "alpha" => 1, "beta" => 2, "gamma" => 3, "delta" => 4, "epsilon" => 5, "zeta" => 6, "eta" => 7, _ => 0 };
            static IReadOnlyList<string> Items(string first) => [first, "b", .. Rest()];
            static string[] Rest() => ["x", "y"];
            static ReadOnlySpan<byte> Utf8() => "bytes"u8;
            static string Shown(double value) => $"{value:0.00} of {Unit()}";
            static string Unit() => "kg";
            static Func<Task<int>> Later() => async () => { await Task.Yield(); return 41; };
            static int Sum(Spread spread) => spread.Width;
            static int Doubled(string text) => text.Twice + text.Thrice();
            static T Add<T>(T left, T right) where T : INumber<T> => left + right * T.One;
            static int Added() => Add(1, 2);
            static string Greeting(IGreeter greeter) => greeter.Greet();
            static Expression<Func<Point, bool>> Filter() => point => point.X > 3;
            static int Captured(int start) { var step = 2; return Next(Next(start)); int Next(int n) => n + step; }
            static int Partly() => Part();
            private static partial int Part();
            private static partial int Part() => 11;
            static bool Matches(string text) => Words.Instance.IsMatch(text);
            static unsafe int Raw() { Fixed f = default; f.Bytes[0] = 5; int* p = stackalloc int[3]; p[1] = 6; return f.Bytes[0] + p[1]; }
            static string Named(Service service) => service.Name();
            static int Lazily() => Numbers(4).Sum();
            static IEnumerable<int> Numbers(int count) { for (var i = 0; i < count; i++) yield return i * 2; }
            static object Boxed(object value) => value switch { Point { X: > 1 } p => p.Y, int and > 5 => "big", int[] and [1, .. var rest] => rest.Length, _ => "none" };
            static int Thrown(int n) => n > 0 ? n : throw new ArgumentException("must be positive");
            static List<Entry> Parsed(string json) => System.Text.Json.JsonSerializer.Deserialize<List<Entry>>(json)!;
            static int Table(int at) => Squares[at];
            static readonly int[] Squares = [.. Enumerable.Range(0, 5).Select(n => n * n)];
            static int Compared(IComparer<int> order) => order.Compare(1, 2);
            static int Streamed(System.IO.Stream stream) => stream.Read([], 0, 0);
            static Lazy<int> Slow() => Cache.Slow;
        }

        record Point(int X, int Y);
        class Backwards : IComparer<int> { int IComparer<int>.Compare(int x, int y) => y - x; public int Other() => 1; }
        class Counting : System.IO.MemoryStream { public override int Read(byte[] buffer, int offset, int count) => 3; }
        class Spread { public int Width { get => field + 1; set => field = value < 0 ? 0 : value; } }
        static class Texts { extension(string text) { public int Twice => text.Length * 2; public int Thrice() => text.Length * 3; } }
        interface IGreeter { string Greet() => "hello " + Name; string Name { get; } }
        class Greeter : IGreeter { public string Name => "ada"; }
        class Service(string prefix) { public string Name() => prefix + ":" + nameof(Service); }
        unsafe struct Fixed { public fixed byte Bytes[8]; }
        class Entry { public int Id { get; set; } public required string Text { get; init; } public (int Low, int High) Range { get; set; } }
        static class Cache { public static readonly Lazy<int> Slow = new(() => 77); }

        sealed class Words : Regex
        {
            public static readonly Words Instance = new();
            private Words() { pattern = "a"; factory = new Factory(); capsize = 1; }
            private sealed class Factory : RegexRunnerFactory { protected override RegexRunner CreateInstance() => new Runner(); }
            private sealed class Runner : RegexRunner { protected override void Scan(ReadOnlySpan<char> text) { if (text.IndexOf('q') >= 0) Capture(0, 0, 1); } }
        }
        """;

    [Theory]
    [InlineData("Compared", "y - x", "x - y", "Backwards.Compare")]
    [InlineData("Streamed", "=> 3;", "=> 4;", "Counting.Read")]
    [InlineData("Moved", "point.X + 1", "point.X + 2", "Moved")]
    [InlineData("Moved", "Point(int X, int Y)", "Point(int X, int Y, int Z = 0)", "Point")]
    [InlineData("Word", "\"eta\" => 7", "\"eta\" => 8", "Word")]
    [InlineData("Word", "\"eta\" => 7", "\"theta\" => 7", "Word")]
    [InlineData("Items", "\"b\", ..", "\"c\", ..", "Items")]
    [InlineData("Items", "[\"x\", \"y\"]", "[\"x\", \"z\"]", "Rest")]
    [InlineData("Utf8", "\"bytes\"u8", "\"Bytes\"u8", "Utf8")]
    [InlineData("Shown", "0.00", "0.000", "Shown")]
    [InlineData("Shown", "\"kg\"", "\"g\"", "Unit")]
    [InlineData("Later", "return 41", "return 42", "Later.lambda")]
    [InlineData("Sum", "field + 1", "field + 2", "Spread.Width")]
    [InlineData("Sum", "value < 0", "value <= 0", "Spread.Width")]
    [InlineData("Doubled", "text.Length * 2", "text.Length * 4", "Texts.Twice")]
    [InlineData("Doubled", "text.Length * 3", "text.Length * 5", "Texts.Thrice")]
    [InlineData("Added", "right * T.One", "right * T.Zero", "Add")]
    [InlineData("Greeting", "\"hello \"", "\"hi \"", "IGreeter.Greet")]
    [InlineData("Greeting", "\"ada\"", "\"eva\"", "Greeter.Name")]
    [InlineData("Filter", "point.X > 3", "point.X > 4", "Filter")]
    [InlineData("Filter", "point.X > 3", "point.Y > 3", "Filter", "Point.X", "Point.Y")]
    [InlineData("Captured", "var step = 2", "var step = 3", "Captured")]
    [InlineData("Captured", "n + step", "n - step", "Next")]
    [InlineData("Partly", "=> 11", "=> 12", "Part")]
    [InlineData("Matches", "'q'", "'w'", "Words.Runner.Scan")]
    [InlineData("Raw", "p[1] = 6", "p[1] = 7", "Raw")]
    [InlineData("Raw", "Bytes[8]", "Bytes[16]", "Fixed")]
    [InlineData("Named", "prefix + \":\"", "prefix + \";\"", "Service.Name")]
    [InlineData("Lazily", "i * 2", "i * 3", "Numbers")]
    [InlineData("Boxed", "X: > 1", "X: > 2", "Boxed")]
    [InlineData("Thrown", "must be positive", "must be above zero", "Thrown")]
    [InlineData("Parsed", "required string Text", "string? Text", "Entry")]
    [InlineData("Parsed", "(int Low, int High)", "(int Low, int Top)", "Entry")]
    [InlineData("Table", "n * n)", "n * n + 1)", "Squares.lambda")]
    [InlineData("Slow", "=> 77", "=> 78", "Cache.Slow.lambda")]
    public void Its_changes_are_seen(string function, string old, string @new, params string[] parts) =>
        Edits.Change(function, Code, Code.Replace(old, @new, StringComparison.Ordinal), parts);

    public static TheoryData<string> Functions =>
    [
        "Moved", "Word", "Items", "Utf8", "Shown", "Later", "Sum", "Doubled", "Added", "Greeting", "Filter", "Captured", "Partly", "Matches", "Raw", "Named",
        "Lazily", "Boxed", "Compared", "Streamed", "Thrown", "Parsed", "Table", "Slow",
    ];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Edits_elsewhere_change_nothing(string function) =>
        Edits.ChangeNothing(function, Code, Code
            .Replace("static partial class App\n{", """
                static class Before
                {
                    static int Count(string word) => word switch { "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7, _ => 0 };
                    static IReadOnlyList<int> List(int a) => [a, 2, 3];
                    static Func<Task> Task() => async () => await System.Threading.Tasks.Task.Delay(3);
                    static int Local(int x) { int y = 3; return In(1); int In(int z) => x + y + z; }
                    static IEnumerable<string> Many() { yield return $"{1}{2}"; }
                    static string Called(IGreeter greeter) => greeter.Name;
                    extension(int number) { public int Half => number / 2; }
                }

                // And here it begins.


                static partial class App
                {
                    static ReadOnlySpan<byte> Other() => "more and other bytes"u8;
                    static readonly Func<int, int> First = n => n + 100;
                    static Func<int, int> Second(int by) => n => n + by;
                """, StringComparison.Ordinal)
            .Replace("record Point", "class Unused : System.IDisposable { public int Z { get; set; } = 3; ~Unused() { } public void Dispose() { } }\nrecord Point", StringComparison.Ordinal)
            .Replace("static string Unit() => \"kg\";", "static string Unit() =>\n        /* the unit */\n        \"kg\";", StringComparison.Ordinal));
}
