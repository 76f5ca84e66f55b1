namespace Refrain.Caching.Tests.Fingerprints;

[Trait("row", "A3")]
[Trait("row", "B2")]
public class CodeThatStaysTests
{
    private const string Script = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;

        Func<int, int> twice = x => x * 2;
        Console.WriteLine(LoadData("sales.txt", twice(1)));

        static async Task<int> LoadData(string path, int factor)
        {
            var length = path.Length;
            Log("loading " + path);
            LogAll(1, 2, 3);
            ArgumentNullException.ThrowIfNull(path);
            Func<int, int> add = n => n + length;
            await Task.Yield();
            var rows = Rows(length).Select(row => add(row) * factor).Select(Plain).ToList();
            var pair = new { Length = length, Rows = rows };
            return Count(pair.Rows) + Scale(pair.Length, Mode.Fast) + Table[0] + Magic()[2];
        }

        static IEnumerable<int> Rows(int count)
        {
            try
            {
                for (var i = 0; i < count; i++)
                    yield return i;
            }
            finally
            {
                Log("done");
            }
        }

        static int Plain(int value) => value;

        static int Count(List<int> rows)
        {
            return rows.Count(IsOdd) + Deep(3);

            static bool IsOdd(int row) => row % 2 == 1;
            static int Deep(int depth) => depth == 0 ? 0 : Deep(depth - 1);
        }

        static T Scale<T>(T value, Mode mode) => mode switch { Mode.Fast => value, _ => throw new NotSupportedException() };

        static void Log(string text, [CallerLineNumber] int line = 0, [CallerFilePath] string? file = null, [CallerMemberName] string member = "") =>
            Console.WriteLine($"{text} {line} {file} {member}");

        static void LogAll(int a, int b, int c, [CallerLineNumber] long line = 0, [CallerArgumentExpression("b")] string? text = null, [CallerLineNumber] int? maybe = null) =>
            Console.WriteLine(a + b + c + line + text + maybe);

        static byte[] Magic() => [1, 2, 3, 4, 5, 6, 7, 8, 9];

        enum Mode { Fast, Slow }

        partial class Program
        {
            static readonly int[] Table = [4, 5, 6, 7, 8, 9];
            static readonly Func<int, int> Unrelated = x => x + 1;
        }
        """;

    [Fact]
    public void Comments() => Stays(Replace("var length = path.Length;", "// how long\n    var length = path.Length; /* it is */"));

    [Fact]
    public void Formatting() => Stays(Replace("for (var i = 0; i < count; i++)\n            yield return i;", "for (var i = 0;\n  i < count; i++) {\n yield return i; }"));

    [Fact]
    public void Lines_that_move_past_a_width_of_the_instruction() => Stays(new string('\n', 40_000) + Script);

    [Fact]
    public void A_call_with_caller_info_that_moves() => Stays(Replace("    Log(\"loading \" + path);", string.Concat(Enumerable.Repeat("\n", 300)) + "    Log(\"loading \" + path);"));

    [Fact]
    public void The_text_of_an_argument_whose_expression_is_passed() => Stays(Replace("LogAll(1, 2, 3)", "LogAll(1, (2), 3)"));

    [Fact]
    public void A_renamed_local_variable() => Stays(Replace("rows", "values"));

    [Fact]
    public void A_renamed_captured_variable() => Stays(Replace("length", "size"));

    [Fact]
    public void A_renamed_parameter_of_a_lambda() => Stays(Replace("n => n + length", "m => m + length"));

    [Fact]
    public void A_renamed_local_function() => Stays(Replace("IsOdd", "IsUneven"), named: ["IsOdd", "IsUneven"]);

    [Fact]
    public void An_unrelated_edit() => Stays(Replace("x => x * 2", "x => x * 3"));

    [Fact]
    public void An_unrelated_lambda_before() => Stays(Replace("Func<int, int> twice", "Func<int> one = () => 1; Func<int> next = () => one() + 1; Func<int, int> twice"));

    [Fact]
    public void An_unrelated_local_function_before() => Stays(Replace("static async Task<int> LoadData", "static int Zero() { return One(); static int One() => 1; }\nstatic async Task<int> LoadData"));

    [Fact]
    public void An_unrelated_anonymous_type_before() => Stays(Replace("Func<int, int> twice", "var first = new { Other = 1 }; Func<int, int> twice"));

    [Fact]
    public void An_unrelated_static_value_before() => Stays(Replace("static readonly int[] Table", "static readonly string Before = DateTime.Now.Hour > 3 ? \"a\" : \"b\";\n    static readonly int[] Table"));

    [Fact]
    public void An_unrelated_method_in_a_type() => Stays(Replace("partial class Program\n{", "partial class Program\n{\n    static IEnumerable<int> Other() { yield return 1; }\n    async Task More() => await Task.Yield();"));

    [Fact]
    public void Functions_in_another_order()
    {
        const string start = "\n\nstatic ";
        var parts = Script.Split(start);
        Stays(string.Join(start, [parts[0], .. parts[1..^1].Reverse(), parts[^1]]));
    }

    [Fact]
    public void Another_file_name()
    {
        using var older = CompiledCode.Load(Script);
        using var newer = CompiledCode.Load(Script, path: "/elsewhere/other.cs");
        Assert.Equal(older.Fingerprint("LoadData").Digest, newer.Fingerprint("LoadData").Digest);
    }

    private static string Replace(string old, string @new) => Script.Replace(old, @new, StringComparison.Ordinal);

    private static void Stays(string edited, params string[] named) => Edits.ChangeNothing("LoadData", Script, edited, named);
}
