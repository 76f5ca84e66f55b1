using Refrain.Caching.Functions;
using Refrain.CompilerServices;

namespace Refrain.Caching.Tests.Functions;

public class FunctionRegistryTests
{
    [Fact]
    public void A_function_is_found_only_when_its_cache_can_be_made()
    {
        var function = Called;
        var definition = new FunctionDefinition(
            function.Method.MethodHandle, ((Delegate)Body).Method.MethodHandle, typeof(FunctionRegistryTests).TypeHandle);
        Assert.Null(FunctionRegistry.Find(function));

        _ = new CachedFunction<Args, int>(definition, _ => Body());

        Assert.Same(definition, FunctionRegistry.Find(function));
        Assert.NotNull(definition.MakeCache);
    }

    private static int Called() => Body();

    private static int Body() => 1;
}
