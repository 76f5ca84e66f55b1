namespace Refrain.Widgets;

/// <summary>A browser sent a value that the widget cannot have.</summary>
internal sealed class InputRefusedException(string message) : Exception(message);
