namespace Refrain.Frames.Buffers;

/// <summary>Gives text that repeats a code for each different one: it takes a fraction of the room, and groups and orders of it look at each once.</summary>
internal static class TextCoding
{
    /// <summary>A text has to come this often, on average, for codes to be worth it.</summary>
    private const int Repeats = 4;

    /// <summary>Fewer rows are left as they are, and text that hardly repeats in the first so many is taken for text that never does.</summary>
    private const int Sample = 1024;

    /// <summary>The chunk with codes; the chunk itself when its texts repeat too little.</summary>
    internal static TextChunk Encode(TextChunk chunk)
    {
        if (chunk.IsCoded || chunk.Length < Sample)
            return chunk;
        var entries = new TextEntries();
        var codes = new ushort[chunk.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (entries.Count > codes.Length / Repeats || (row == Sample && entries.Count > Sample * 3 / 4))
                return chunk;
            if (!chunk.IsNull(row) && !entries.TryFind(chunk.Utf8(row), out codes[row]))
                return chunk;
        }

        return entries.Count > codes.Length / Repeats ? chunk : entries.ToTexts().ToChunk(codes, chunk.Validity);
    }
}
