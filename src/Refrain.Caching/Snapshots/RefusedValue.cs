using Refrain.Caching.Functions;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>Says in the user's terms why a value cannot be copied.</summary>
internal static class RefusedValue
{
    internal static UncopyableValueException Explain(Refusal refusal, object? value, FunctionName function)
    {
        var path = "result" + MemberPath.Between(value, refusal.Offender, refusal.Type);
        var type = Outside.Named(refusal.Type);
        var isLazy = refusal.Reason == Outside.Lazy;
        var remedy = isLazy
            ? "Return its items instead, with '.ToList()'."
            : $"Use [CacheResource] to give every caller the same object, or say how to copy it: CacheCopies.Register<{TypeNames.Display(type)}>(x => ...).";
        return new(isLazy ? "RFN0123" : "RFN0121",
            $"What '{function}' returned cannot be copied for each caller: '{path}' is {TypeNames.WithArticle(type)}, {refusal.Reason}. {remedy}")
        {
            Function = function.Display,
            MemberPath = path,
        };
    }
}
