namespace Refrain.Frames.Buffers;

/// <summary>Takes rows of text by their codes, without looking at the text.</summary>
internal static class TextGathering
{
    /// <summary>The rows as chunks that share all texts; -1 stands for null. Null when not every chunk has codes, or their texts are too many together.</summary>
    internal static TextChunk[]? TryByCodes(ChunkList<TextChunk> data, ReadOnlySpan<int> rows)
    {
        if (data.Chunks.Length == 0)
            return null;
        var entries = new TextEntries();
        var maps = new ushort[data.Chunks.Length][];
        for (var i = 0; i < maps.Length; i++)
        {
            if (!data.Chunks[i].IsCoded || !TryMap(data.Chunks[i], entries, out maps[i]))
                return null;
        }

        var texts = entries.ToTexts();
        var chunks = new TextChunk[(int)(((long)rows.Length + Chunk.MaxRows - 1) / Chunk.MaxRows)];
        for (var i = 0; i < chunks.Length; i++)
            chunks[i] = Gather(data, maps, texts, rows[(i * Chunk.MaxRows)..Math.Min(rows.Length, (i + 1) * Chunk.MaxRows)]);
        return chunks;
    }

    private static bool TryMap(TextChunk chunk, TextEntries entries, out ushort[] map)
    {
        map = new ushort[chunk.Entries];
        for (var entry = 0; entry < map.Length; entry++)
        {
            if (!entries.TryFind(chunk.Entry(entry), out map[entry]))
                return false;
        }

        return true;
    }

    private static TextChunk Gather(ChunkList<TextChunk> data, ushort[][] maps, CodedTexts texts, ReadOnlySpan<int> rows)
    {
        var codes = new ushort[rows.Length];
        byte[]? valid = null;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] >= 0)
            {
                var index = data.IndexOf(rows[i]);
                var chunk = data.Chunks[index];
                var offset = rows[i] - data.StartOf(index);
                if (!chunk.IsNull(offset))
                {
                    codes[i] = maps[index][chunk.Codes[offset]];
                    continue;
                }
            }

            if (valid is null)
            {
                valid = new byte[Bitmap.Bytes(rows.Length)];
                Bitmap.Fill(valid, 0, rows.Length);
            }

            Bitmap.Set(valid, i, false);
        }

        return texts.ToChunk(codes, valid is null ? null : Block.Own(valid));
    }
}
