namespace Refrain.Caching.Tests.Keys;

[Trait("row", "B2")]
public class StableNameTests
{
    private const int Seeds = 1500;

    private const string Child = """
        using System;
        using System.Reflection;
        var names = Assembly.LoadFrom(args[0]).GetType("Refrain.Caching.Tests.Keys.StableNameTests").GetMethod("Names");
        Console.Write(string.Join('\n', (string[])names.Invoke(null, null)));
        """;

    /// <summary>The names on disk of many values; what another process runs.</summary>
    public static string[] Names() =>
    [
        .. Enumerable.Range(0, Seeds).Select(seed => Key.StableOf(RandomGraph.Build(seed)).ToString()),
        .. Enumerable.Range(0, Seeds).Select(seed => Key.StableOf(RandomArgument.Build(seed)).ToString()),
    ];

    [Fact]
    public async Task A_name_on_disk_is_the_same_in_another_process() =>
        Assert.Equal(Names(), (await ChildProgram.RunAsync(Child, typeof(StableNameTests).Assembly.Location)).Split('\n'));
}
