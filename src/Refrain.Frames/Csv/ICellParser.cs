namespace Refrain.Frames.Csv;

/// <summary>Reads one field as a type. A struct, so that a column is parsed by code made for it.</summary>
internal interface ICellParser<T>
{
    bool TryParse(ReadOnlySpan<byte> field, out T value);
}
