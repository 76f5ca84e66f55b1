namespace Refrain.Caching.Tests.Snapshots.Bytes;

public class RefusedBytesTests
{
    public class Animal
    {
        public string Name { get; set; } = "";
    }

    public sealed class Dog : Animal;

    public sealed record Zoo(List<Animal> Animals, object? Any, Type? Kind, Action? Feed);

    public interface ISale;

    public sealed class Sale : ISale;

    [Fact]
    public void A_derived_class_nobody_listed()
    {
        var error = Stored.Refused(new Zoo([new(), new Dog()], null, null, null));
        Assert.Equal(
            "RFN0160: What 'Load' returned cannot be stored: 'result.Animals[1]' is declared as RefusedBytesTests.Animal and holds a RefusedBytesTests.Dog, "
            + "which the declared type does not imply, so it could not be read back. Declare it as RefusedBytesTests.Dog, list it on "
            + "'RefusedBytesTests.Animal' with [JsonDerivedType(typeof(RefusedBytesTests.Dog), \"RefusedBytesTests.Dog\")], or keep the function's values in "
            + "memory only: leave out 'Persist'.", error.Message);
        Assert.Equal(("Load", "result.Animals[1]", "Persist"), (error.Function, error.MemberPath, error.Option));
    }

    [Fact]
    public void An_object_of_a_users_type() =>
        Assert.Equal(
            "RFN0160: What 'Load' returned cannot be stored: 'result.Any' is declared as object and holds a RefusedBytesTests.Dog, which the declared type "
            + "does not imply, so it could not be read back. Declare it as RefusedBytesTests.Dog, or keep the function's values in memory only: leave out "
            + "'Persist'.", Stored.Refused(new Zoo([], new Dog(), null, null)).Message);

    [Fact]
    public void A_type_and_a_delegate()
    {
        Assert.Equal(
            "RFN0161: What 'Load' returned cannot be stored: 'result.Kind' is a RuntimeType, part of a program, which stored bytes must not name. Return "
            + "something without it, or keep the function's values in memory only: leave out 'Persist'.",
            Stored.Refused(new Zoo([], null, typeof(int), null)).Message);
        Assert.Equal("result.Feed", Stored.Refused(new Zoo([], null, null, () => { })).MemberPath);
    }

    [Fact]
    public void An_interface_of_ones_own() => Assert.Equal("result[0]", Stored.Refused(new ISale[] { new Sale() }).MemberPath);

    [Fact]
    public void Nothing_is_always_something_to_store() => Assert.Equal(new Zoo(null!, null, null, null), Stored.Of(new Zoo(null!, null, null, null)).Read<Zoo>());
}
