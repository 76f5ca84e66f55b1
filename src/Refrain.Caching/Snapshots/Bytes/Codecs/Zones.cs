using System.Runtime.Serialization;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>Time zones: those of the system by their id, others by their rules.</summary>
internal static class Zones
{
    internal static void Write(ValueWriter writer, TimeZoneInfo value)
    {
        var isSystems = TimeZoneInfo.TryFindSystemTimeZoneById(value.Id, out var found) && found.Equals(value);
        writer.Array(2);
        writer.Bool(isSystems);
        writer.Text(isSystems ? value.Id : Rules(value));
    }

    internal static TimeZoneInfo Read(ValueReader reader)
    {
        reader.Array(2);
        return reader.Bool() ? TimeZoneInfo.FindSystemTimeZoneById(reader.Text()) : TimeZoneInfo.FromSerializedString(reader.Text());
    }

    /// <remarks>The platform's text cannot hold every rule: some it writes and then does not read.</remarks>
    private static string Rules(TimeZoneInfo value)
    {
        var text = value.ToSerializedString();
        try
        {
            if (TimeZoneInfo.FromSerializedString(text).Equals(value))
                return text;
        }
        catch (SerializationException)
        {
            // The refusal says it.
        }

        throw new Refusal(value, typeof(TimeZoneInfo), "a time zone of the program's own with rules that have no text");
    }
}
