using Refrain.EndToEnd.Browsing;
using Refrain.EndToEnd.Serving;
using static Microsoft.Playwright.Assertions;

namespace Refrain.EndToEnd.Samples;

/// <summary>The sample <c>errors</c>: each button makes one mistake.</summary>
[Collection(ScenarioCollection.Name)]
public sealed class ErrorsScenario(ChromiumFixture chromium, GalleryFixture gallery)
{
    [Fact]
    [Trait("row", "A6")]
    public async Task An_exception_is_shown_with_its_message_and_the_users_own_lines()
    {
        await using var ada = await MakeAsync("Divide by nothing");

        await Expect(ada.Exception).ToContainTextAsync("DivideByZeroException");
        await Expect(ada.Exception).ToContainTextAsync("Attempted to divide by zero.");
        await Expect(ada.Exception.Locator("li")).ToHaveTextAsync(
        [
            "Share" + Repository.LineOf("errors", "total / people;"),
            "the script" + Repository.LineOf("errors", "people: 0"),
        ]);
        await RecoversAsync(ada);
    }

    [Fact]
    [Trait("row", "A6")]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var ada = await MakeAsync("Read a file that is not there");

        await Expect(ada.Exception).ToContainTextAsync("missing.csv");
        await Expect(ada.Exception.Locator("li").First).ToContainTextAsync("LoadCsv");
        await RecoversAsync(ada);
    }

    [Fact]
    [Trait("row", "A6")]
    public async Task A_malformed_file_is_named_with_line_and_column()
    {
        await using var ada = await MakeAsync("Read a malformed file");

        await Expect(ada.Exception).ToContainTextAsync("malformed.csv");
        await Expect(ada.Exception).ToContainTextAsync("line 3, column 'City'");
        await RecoversAsync(ada);
    }

    [Fact]
    [Trait("row", "B6")]
    public async Task A_value_that_cannot_be_copied_is_named_with_its_function_and_the_attribute_to_use()
    {
        await using var ada = await MakeAsync("Cache what cannot be copied");

        await Expect(ada.Exception).ToContainTextAsync("HttpClient");
        await Expect(ada.Exception).ToContainTextAsync("Client");
        await Expect(ada.Exception).ToContainTextAsync("[CacheResource]");
        await RecoversAsync(ada);
    }

    private async Task<Visitor> MakeAsync(string mistake)
    {
        var visitor = await chromium.VisitAsync(gallery.PageOf("errors"));
        await visitor.Button(mistake).ClickAsync();
        await Expect(visitor.Exception).ToHaveCountAsync(1);
        return visitor;
    }

    private static async Task RecoversAsync(Visitor visitor)
    {
        await visitor.RestsAsync();
        await visitor.Button("Do it right").ClickAsync();
        await visitor.SeesAsync("Each gets 25.");
        await Expect(visitor.Exception).ToHaveCountAsync(0);
    }
}
