using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Refrain.Wire;

namespace Refrain.Tests.Wire;

public sealed class ClientMessageReaderTests
{
    [Fact]
    public void Reads_each_message_of_the_wire()
    {
        Assert.Equal(new ClientHello("abc", 3, "?a=1"), Read("""{"type":"hello","session":"abc","frame":3,"query":"?a=1"}"""));
        Assert.Equal(new ClientHello(null, 0, ""), Read("""{"type":"hello","session":null,"frame":0,"query":""}"""));
        Assert.IsType<ClientRerun>(Read("""{"type":"rerun"}"""));
        Assert.IsType<ClientStop>(Read("""{"type":"stop"}"""));
        Assert.IsType<ClientClearCaches>(Read("""{"type":"clearCaches"}"""));
        Assert.Equal(new ClientAck(9), Read("""{"type":"ack","frame":9}"""));
        var input = Assert.IsType<ClientInput>(Read("""{"type":"input","seq":4,"inputs":[{"id":"w1","value":[1,2]},{"id":"w2","click":true}]}"""));
        Assert.Equal(4, input.Seq);
        Assert.Equal("w1 [1,2]", $"{input.Inputs[0].Id} {input.Inputs[0].Value}");
        Assert.Equal(new Input("w2", null), input.Inputs[1]);
    }

    [Theory]
    [InlineData("", "valid")]
    [InlineData("nonsense", "valid")]
    [InlineData("[]", "valid")]
    [InlineData("{}", "A message without 'type'.")]
    [InlineData("""{"type":"dance"}""", "A message of the unknown type 'dance'.")]
    [InlineData("""{"type":null}""", "A message whose 'type' is null.")]
    [InlineData("""{"type":"ack","frame":-1}""", "A message whose 'frame' is negative.")]
    [InlineData("""{"type":"ack","frame":1.5}""", "valid")]
    [InlineData("""{"type":"ack","frame":99999999999}""", "valid")]
    [InlineData("""{"type":"input","seq":1,"inputs":{}}""", "Inputs that are not a list of at most 1,000.")]
    [InlineData("""{"type":"input","seq":1,"inputs":[{"id":"w1"}]}""", "A message without 'value'.")]
    [InlineData("""{"type":"input","seq":1,"inputs":[7]}""", "valid")]
    [InlineData("[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", "valid")]
    public void Refuses_what_is_no_message(string json, string why)
    {
        var refused = Assert.Throws<ProtocolException>(() => Read(json));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_what_is_beyond_the_bounds()
    {
        Assert.Throws<ProtocolException>(() => ClientMessageReader.Read(new byte[ClientMessageReader.MaxBytes + 1]));
        Assert.Throws<ProtocolException>(() => Read($$"""{"type":"hello","session":"{{new string('x', 200)}}","frame":0,"query":""}"""));
        var inputs = string.Join(',', Enumerable.Repeat("""{"id":"w","click":true}""", ClientMessageReader.MaxInputs + 1));
        Assert.Throws<ProtocolException>(() => Read($$"""{"type":"input","seq":1,"inputs":[{{inputs}}]}"""));
    }

    [Fact]
    public void Whatever_the_bytes_it_gives_a_message_or_refuses()
    {
        var pieces = Gen.Elements(
            "{", "}", "[", "]", ",", ":", "\"type\"", "\"input\"", "\"hello\"", "\"ack\"", "\"frame\"", "\"seq\"", "\"inputs\"", "\"id\"",
            "\"value\"", "\"click\"", "true", "null", "1", "-1", "1e400", "\"\\ud800\"", "\u0000");
        var messages = Gen.OneOf(
            pieces.ListOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
            ArbMap.Default.GeneratorFor<byte[]>());
        Prop.ForAll(messages.ToArbitrary(), bytes =>
        {
            try
            {
                return ClientMessageReader.Read(bytes) is not null;
            }
            catch (ProtocolException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static ClientMessage Read(string json) => ClientMessageReader.Read(Encoding.UTF8.GetBytes(json));
}
