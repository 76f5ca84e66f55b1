using Microsoft.Playwright;

namespace Refrain.EndToEnd.Browsing;

/// <summary>
/// Measures in the page how long a move takes: from the moment the input is handed to the socket until the metrics that follow it are painted.
/// Charts and grids fetch their rows after that, and are not part of it.
/// </summary>
internal static class MoveClock
{
    /// <summary>Runs in the page before anything of it.</summary>
    internal const string Script =
        """
        window.move = null;
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) {
          if (window.move && typeof data === "string" && data.includes('"input"')) window.move.sent ??= performance.now();
          return send.call(this, data);
        };
        new MutationObserver((changes) => {
          const move = window.move;
          if (!move || move.sent === undefined || move.painted !== undefined) return;
          const isMetric = (node) => (node.parentElement ?? node).closest?.("[data-kind=metric]");
          if (!changes.some((change) => isMetric(change.target))) return;
          // The frame that shows the change is the next one; a task after it runs once it is on the screen.
          requestAnimationFrame(() => setTimeout(() => { move.painted = performance.now(); move.done(move.painted - move.sent); }));
        }).observe(document, { childList: true, subtree: true, characterData: true });
        """;

    /// <summary>The next input is the one that counts.</summary>
    internal static Task StartAsync(IPage page) => page.EvaluateAsync("() => { window.move = {}; window.move.over = new Promise(done => window.move.done = done); }");

    /// <summary>Waits for the repaint, but not for ever: a move back that overtakes the move before it changes nothing.</summary>
    /// <returns>Milliseconds; two seconds where nothing changed in that time.</returns>
    internal static Task<double> StopAsync(IPage page) =>
        page.EvaluateAsync<double>("() => Promise.race([window.move.over, new Promise((done) => setTimeout(() => done(2000), 2000))])");
}
