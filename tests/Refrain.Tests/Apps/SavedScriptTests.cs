namespace Refrain.Tests.Apps;

/// <summary>What becomes of what a session holds when the script's code is replaced.</summary>
[Trait("row", "A3")]
public sealed class SavedScriptTests
{
    [Fact]
    public async Task Values_of_widgets_and_of_the_session_stay_those_of_the_scripts_own_types_too()
    {
        const string text = """
            using Refrain;

            var region = Ui.SelectBox<Region>("Region");
            var visits = Ui.State.GetOrAdd("visits", () => 0) + 1;
            Ui.State["visits"] = visits;
            Ui.State.Of<Seen>().Count++;
            var first = Ui.State.GetOrAdd("first", () => new Sale("one", region));
            var all = Ui.State.GetOrAdd("all", () => new System.Collections.Generic.Dictionary<Region, Sale[]> { [region] = [first] });
            Ui.Text($"{region} {visits} {Ui.State.Of<Seen>().Count} {first} {all[Region.North][0].Name}");

            enum Region { North, South }
            record Sale(string Name, Region Region);
            sealed class Seen { public int Count; }
            """;
        await using var script = await SavedScript.OpenAsync(text);
        await script.App.SelectBox("Region").SetAsync("South");
        Assert.Equal(["South 2 2 Sale { Name = one, Region = North } one"], script.Texts);

        await script.SaveAsync(text.Replace("{region} {visits}", "now {region} {visits}", StringComparison.Ordinal));
        Assert.Equal(["now South 3 3 Sale { Name = one, Region = North } one"], script.Texts);
        Assert.DoesNotContain(script.Log.Lines, line => line.Contains("anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_property_has_its_default_and_one_of_another_type_starts_the_value_anew_with_a_notice()
    {
        const string text = """
            using Refrain;

            var sale = Ui.State.GetOrAdd("sale", () => new Sale("one", 7));
            Ui.Text($"{sale} {Ui.State.GetOrAdd("plain", () => 5)}");

            record Sale(string Name, int Amount)
            {
                // more
            }
            """;
        await using var script = await SavedScript.OpenAsync(text);
        Assert.Equal(["Sale { Name = one, Amount = 7 } 5"], script.Texts);

        var withRegion = text.Replace("// more", "public int Region { get; set; }", StringComparison.Ordinal).Replace("\"one\"", "\"two\"", StringComparison.Ordinal);
        await script.SaveAsync(withRegion);
        Assert.Equal(["Sale { Name = one, Amount = 7, Region = 0 } 5"], script.Texts);
        Assert.Empty(script.Notices);

        await script.SaveAsync(withRegion.Replace("int Amount", "decimal Amount", StringComparison.Ordinal));
        Assert.Equal(["Sale { Name = two, Amount = 7, Region = 0 } 5"], script.Texts);
        Assert.Contains("The session's 'sale' starts anew: type `Sale` changed.", script.Log.Lines);
        Assert.Equal(["The session's 'sale' starts anew: type `Sale` changed."], script.Notices);

        await script.SaveAsync(withRegion.Replace("int Amount", "decimal Amount", StringComparison.Ordinal).Replace("two", "three", StringComparison.Ordinal));
        Assert.Empty(script.Notices);
    }

    [Fact]
    public async Task What_hides_an_object_of_the_old_code_starts_anew_and_is_never_of_two_versions()
    {
        const string text = """
            using Refrain;

            var any = Ui.State.GetOrAdd("any", () => new object[] { new Sale("one") });
            var code = Ui.State.GetOrAdd<System.Func<string>>("code", () => () => "VERSION");
            Ui.Text($"{((Sale)any[0]).Name} {code()}");

            record Sale(string Name);
            """;
        await using var script = await SavedScript.OpenAsync(text);
        Assert.Equal(["one VERSION"], script.Texts);

        await script.SaveAsync(text.Replace("VERSION", "newer", StringComparison.Ordinal));
        Assert.Equal(["one newer"], script.Texts);
        Assert.Contains("The session's 'any' starts anew: type `Sale` changed.", script.Log.Lines);
    }

    [Fact]
    public async Task A_class_that_is_gone_goes_with_its_value()
    {
        await using var script = await SavedScript.OpenAsync("""
            using Refrain;

            Ui.Text(Ui.State.GetOrAdd("sale", () => new Sale("one")).Name);

            record Sale(string Name);
            """);
        await script.SaveAsync("""
            using Refrain;

            Ui.Text(Ui.State.Contains("sale") ? "there" : "gone");
            """);
        Assert.Equal(["gone"], script.Texts);
        Assert.Contains("The session's 'sale' starts anew: type `Sale` changed.", script.Log.Lines);
    }
}
