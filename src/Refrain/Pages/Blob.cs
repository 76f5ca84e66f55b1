namespace Refrain.Pages;

/// <summary>Bytes a page refers to by their content, served at an address that never changes.</summary>
/// <param name="Hash">Names the content. Letters, digits, <c>-</c> and <c>_</c> only.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Bytes">The content.</param>
internal sealed record Blob(string Hash, string ContentType, ReadOnlyMemory<byte> Bytes);
