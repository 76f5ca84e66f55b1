using Refrain.Widgets;

namespace Refrain.Tests.Elements;

/// <summary>What tests of elements ask again and again.</summary>
internal static class Calls
{
    /// <summary>The identity of the widget a call draws.</summary>
    public static IReadOnlyList<object?> IdentityOf(Action<Container> call)
    {
        var page = new FakePage();
        call(page);
        return page.Identity;
    }

    /// <summary>What the only element of a call is on the wire.</summary>
    public static string WireOf(Action<Container> call)
    {
        var page = new FakePage();
        call(page);
        return page.Wire;
    }

    /// <summary>The call is refused with exactly this text.</summary>
    public static void Throws(string parameter, string message, Action<Container> call)
    {
        var page = new FakePage();
        var error = Assert.Throws<ElementException>(() => call(page));
        Assert.Equal(message, error.Message);
        Assert.Equal(parameter, error.Parameter);
        Assert.Equal($"docs/errors/{error.Id}.md", error.HelpLink);
        Assert.StartsWith(error.Id, message, StringComparison.Ordinal);
        Assert.Empty(page.Drawn);
    }

    /// <summary>What the browser sent is refused for this reason.</summary>
    public static void Refuses(string sent, string reason, Action<Container> call)
    {
        var page = new FakePage().Sends(sent);
        Assert.Equal(reason, Assert.Throws<InputRefusedException>(() => call(page)).Message);
    }
}
