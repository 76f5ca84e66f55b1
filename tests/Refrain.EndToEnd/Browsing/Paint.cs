using Microsoft.Playwright;

namespace Refrain.EndToEnd.Browsing;

/// <summary>Looks at what is painted on a canvas, of which the document says nothing.</summary>
internal static class Paint
{
    private const string CountColours =
        """
        canvas => {
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const colours = new Set();
          for (let at = 0; at < pixels.length; at += 4) {
            if (pixels[at + 3] > 0) colours.add((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
          }
          return colours.size;
        }
        """;

    /// <summary>Waits until something is drawn: lines and letters, whose edges have many colours.</summary>
    internal static async Task IsDrawnAsync(this ILocator canvas)
    {
        await canvas.WaitForAsync();
        await canvas.Page.WaitForFunctionAsync($"canvas => ({CountColours})(canvas) > 4", await canvas.ElementHandleAsync());
    }
}
