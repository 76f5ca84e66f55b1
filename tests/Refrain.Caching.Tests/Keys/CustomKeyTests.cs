using Refrain.Caching.Keys;

namespace Refrain.Caching.Tests.Keys;

[Trait("row", "D6")]
[Trait("case", "107")]
public class CustomKeyTests
{
    public sealed class Model(string name, Action train) : ICacheKey
    {
        public Action Train => train;

        public object? CacheKey => name;
    }

    public readonly record struct Celsius(double Degrees) : ICacheKey
    {
        public object? CacheKey => Math.Round(Degrees);
    }

    public class Client(string address) : IDisposable
    {
        public string Address => address;

        public void Dispose() => GC.SuppressFinalize(this);
    }

    public sealed class FastClient(string address) : Client(address);

    public sealed record Late(int Value);

    public sealed class Own : ICacheKey
    {
        public object? CacheKey => this;
    }

    [Fact]
    public void A_type_can_say_what_stands_for_it()
    {
        Assert.True(Key.Same(new Model("a", () => { }), new Model("a", () => Assert.Fail("never called"))));
        Assert.False(Key.Same(new Model("a", () => { }), new Model("b", () => { })));
        Assert.True(Key.Same(new Celsius(20.1), new Celsius(19.9)));
        Assert.True(Key.Same(new[] { new Celsius(20.1) }, [new Celsius(19.9)]));
        Assert.False(ArgumentKey<Celsius>.IsExact);
        Assert.False(ArgumentKey<(int, Celsius)>.IsExact);
    }

    [Fact]
    public void A_program_can_say_what_stands_for_a_type_and_those_derived_from_it()
    {
        CacheKeys.Register<Client>(client => client.Address);
        Assert.True(Key.Same(new Client("a"), new Client("a")));
        Assert.False(Key.Same(new Client("a"), new Client("b")));
        Assert.True(Key.Same(new List<Client> { new FastClient("a") }, [new FastClient("a")]));
        CacheKeys.Register<Client>(client => client.Address.Length);
        Assert.True(Key.Same(new Client("a"), new Client("b")));
    }

    [Fact]
    public void A_key_given_after_the_first_call_is_refused()
    {
        Assert.True(ArgumentKey<(int, Late)>.IsExact);
        var error = Assert.Throws<CacheOptionException>(() => CacheKeys.Register<Late>(late => late.Value));
        Assert.Equal(
            "RFN0104: CacheKeys.Register<CustomKeyTests.Late>(...) came after a cached function had been called with such a value. "
            + "Register keys at the start of the program, before the first call.", error.Message);
    }

    [Fact]
    public void A_key_that_leads_back_to_itself_is_refused()
    {
        var error = Assert.Throws<UnkeyableArgumentException>(() => Key.Of(new Own()));
        Assert.Equal(
            "RFN0101: 'Load' cannot be cached by its argument 'options': 'options' is a CustomKeyTests.Own, a value whose key leads back to itself. "
            + "Leave the parameter out of the key by naming it '_options' or marking it [NotKeyed], or say what stands for it: "
            + "CacheKeys.Register<CustomKeyTests.Own>(x => ...).", error.Message);
    }
}
