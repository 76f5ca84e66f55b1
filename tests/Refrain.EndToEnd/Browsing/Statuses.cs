using Microsoft.Playwright;

namespace Refrain.EndToEnd.Browsing;

/// <summary>Remembers everything a page says in passing, however briefly: spinners come and go quicker than a test can look.</summary>
internal static class Statuses
{
    /// <summary>Runs in the page before anything of it.</summary>
    internal const string Remember =
        """
        window.statuses = new Set();
        new MutationObserver(() => {
          for (const status of document.querySelectorAll("[role=status]")) {
            const text = status.innerText.replace(/\s+/g, " ").trim();
            if (text !== "") window.statuses.add(text);
          }
        }).observe(document, { childList: true, subtree: true, characterData: true });
        """;

    internal static Task<string[]> SeenAsync(IPage page) => page.EvaluateAsync<string[]>("[...window.statuses]");
}
