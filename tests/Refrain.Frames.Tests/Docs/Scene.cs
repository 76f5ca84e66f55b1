using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Refrain.Frames.Tests.Docs;

/// <summary>What short examples take for granted: some frames and other things by the names they have there, and files in the working directory.</summary>
internal static class Scene
{
    private static readonly (string Name, string Declaration)[] Things =
    [
        ("data", """
            var data = new DataFrame(
                ("City", new[] { "Graz", "Linz", null }), ("Name", new[] { "a", "b", "c" }), ("People", new[] { 291_000, 210_000, 65_000 }), ("Year", new[] { 2024, 2025, 2025 }),
                ("Price", new double?[] { 12.5, null, 9.5 }), ("Tax", new[] { 2.5, 0, 1.9 }), ("Distance", new[] { 1.0, 2, 4 }), ("Lat", new[] { 47.1, 48.3, 48.2 }), ("Lon", new[] { 15.4, 14.3, 14.0 }));
            """),
        ("orders", """var orders = new DataFrame(("ProductId", new[] { 1, 2, 1 }), ("Pieces", new[] { 5, 1, 2 }));"""),
        ("products", """var products = new DataFrame(("ProductId", new[] { 1, 2 }), ("Id", new[] { 1, 2 }), ("Price", new[] { 9.5, 120 }));"""),
        ("january", """var january = new DataFrame(("Day", new[] { 1, 2 }));"""),
        ("february", """var february = new DataFrame(("Day", new[] { 1, 2 }));"""),
        ("table", """var table = new DataTable(); table.Columns.Add("Id", typeof(int)); table.Rows.Add(1);"""),
        ("connection", """var connection = new Refrain.Frames.Tests.Rows.AnsweringConnection(new DataTable { Columns = { "city" } });"""),
        ("command", """var command = new Refrain.Frames.Tests.Rows.AnsweringConnection(new DataTable { Columns = { "city" } }).CreateCommand();"""),
        ("City", "record City(string? Name, int People);"),
    ];

    /// <summary>An example with what it uses and does not make itself: types behind it, everything else before.</summary>
    internal static string Complete(string code)
    {
        var root = SyntaxFactory.ParseCompilationUnit(code);
        var made = root.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(one => one.Identifier.Text)
            .Concat(root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(one => one.Identifier.Text)).ToHashSet();
        var missing = root.DescendantNodes().OfType<IdentifierNameSyntax>().Select(one => one.Identifier.Text).Where(name => !made.Contains(name)).ToHashSet();
        var things = Things.Where(thing => missing.Contains(thing.Name)).ToLookup(thing => thing.Declaration.StartsWith("record", StringComparison.Ordinal), thing => thing.Declaration);
        return Put(code, string.Join('\n', things[false]), string.Join('\n', things[true]));
    }

    /// <summary>Code between what comes before and behind it; directives stay in front.</summary>
    internal static string Put(string code, string before, string behind = "")
    {
        var start = SyntaxFactory.ParseCompilationUnit(code).Usings.FullSpan.End;
        return $"{code[..start]}\n{before}\n{code[start..]}\n{behind}\n";
    }

    /// <summary>The files that examples read.</summary>
    internal static void LayOut(TemporaryFolder folder)
    {
        const string rides = """
            City,Day,Price,Riders
            Graz,2025-01-31,12.5,2
            Linz,2025-02-01,,1
            ,2025-02-01,9.9,3
            """;
        File.WriteAllText(folder.File("rides.csv"), rides);
        File.WriteAllText(folder.File("uber.csv"), rides);
        File.WriteAllText(folder.File("umsatz.csv"), "Ort;Betrag\nMödling;12,50\nGraz;k. A.\n", Encoding.Latin1);
        File.WriteAllText(folder.File("rides.jsonl"), "{\"City\":\"Graz\",\"Riders\":2}\n");
        File.WriteAllText(folder.File("sales.txt"), "Name, given, family\tTown\nAda\tLondon\n");
        File.WriteAllText(folder.File("export.csv"), ",City,City\n1,Graz,Linz\n");
        File.WriteAllText(folder.File("prices.csv"), "Price\n1.5\nn/a\n");
        File.WriteAllText(folder.File("ids.csv"), "Id\n3f2504e0-4f89-11d3-9a0c-0305e82c3301\n");
        File.WriteAllText(folder.File("log.csv"), "");
        File.WriteAllText(folder.File("cities.json"), """[{ "Name": "Graz", "People": 291000 }]""");
    }
}
