namespace Refrain.Pages;

/// <summary>Where in the user's code an element was called.</summary>
internal readonly record struct CallSite(string File, int Line);
