namespace Refrain.Caching.Keys;

/// <summary>What follows in the canonical encoding. The numbers are part of it.</summary>
internal enum KeyTag : byte
{
    Null = 1,
    True = 2,
    False = 3,
    Bits8 = 4,
    Bits16 = 5,
    Bits32 = 6,
    Bits64 = 7,
    Bits128 = 8,
    Text = 9,
    Object = 10,
    Sequence = 11,
    Bulk = 12,
    Unordered = 13,
    Seen = 14,
    Later = 15,
    Content = 16,
    Given = 17,
    Skipped = 18,
    Absent = 19,
    Sum = 20,
    AsWritten = 21,
}
