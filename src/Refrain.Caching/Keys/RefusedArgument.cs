using Refrain.Caching.Functions;
using Refrain.Caching.Values;

namespace Refrain.Caching.Keys;

/// <summary>Says in the user's terms why an argument cannot be keyed.</summary>
internal static class RefusedArgument
{
    internal static UnkeyableArgumentException Explain(Refusal refusal, object? argument, FunctionName function, int position)
    {
        var parameter = function.Parameters[position];
        var path = parameter + MemberPath.Between(argument, refusal.Offender, refusal.Type);
        var type = TypeNames.Display(refusal.Type);
        var isComparer = refusal.Reason == KeyRefusals.Comparer;
        var (id, what) = isComparer
            ? ("RFN0102", $"'{path}' compares with {TypeNames.WithArticle(refusal.Type)}, {refusal.Reason}")
            : ("RFN0101", $"'{path}' is {TypeNames.WithArticle(refusal.Type)}, {refusal.Reason}");
        var give = isComparer ? "give the comparer no delegates or other outside state" : $"say what stands for it: CacheKeys.Register<{type}>(x => ...)";
        return new(id,
            $"'{function}' cannot be cached by its argument '{parameter}': {what}. " +
            $"Leave the parameter out of the key by naming it '_{parameter.TrimStart('@')}' or marking it [NotKeyed], or {give}.")
        {
            Function = function.Display,
            Parameter = parameter,
            MemberPath = path,
        };
    }
}
