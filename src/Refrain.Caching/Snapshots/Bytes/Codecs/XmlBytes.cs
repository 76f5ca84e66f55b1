using System.Xml;
using System.Xml.Linq;

namespace Refrain.Caching.Snapshots.Bytes.Codecs;

/// <summary>XML, as its text without any space added.</summary>
internal static class XmlBytes
{
    internal static void Write(ValueWriter writer, XDocument value)
    {
        writer.Array(4);
        writer.Value(value.Declaration?.Version);
        writer.Value(value.Declaration?.Encoding);
        writer.Value(value.Declaration?.Standalone);
        writer.Array(2);
        writer.Bool(value.Declaration != null);
        writer.Text(value.ToString(SaveOptions.DisableFormatting));
    }

    internal static XDocument ReadDocument(ValueReader reader)
    {
        reader.Array(4);
        var declaration = new XDeclaration(reader.Value<string?>(), reader.Value<string?>(), reader.Value<string?>());
        reader.Array(2);
        var isDeclared = reader.Bool();
        var text = reader.Text();
        var document = new XDocument();
        if (text.Length > 0)
        {
            using var xml = Open(text);
            document = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
        }

        document.Declaration = isDeclared ? declaration : null;
        return document;
    }

    internal static void Write(ValueWriter writer, XElement value) => writer.Text(value.ToString(SaveOptions.DisableFormatting));

    internal static XElement ReadElement(ValueReader reader)
    {
        using var xml = Open(reader.Text());
        return XElement.Load(xml, LoadOptions.PreserveWhitespace);
    }

    internal static void Write(ValueWriter writer, XAttribute value)
    {
        writer.Array(2);
        writer.Text(value.Name.ToString());
        writer.Text(value.Value);
    }

    internal static XAttribute ReadAttribute(ValueReader reader)
    {
        reader.Array(2);
        return new(XName.Get(reader.Text()), reader.Text());
    }

    /// <remarks>Nothing outside of the text is ever fetched.</remarks>
    private static XmlReader Open(string text) => XmlReader.Create(
        new StringReader(text), new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, CheckCharacters = false, MaxCharactersFromEntities = 10_000_000 });
}
