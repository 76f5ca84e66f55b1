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
        var type = Outside.Named(refusal.Type);
        var (id, verb, remedy) = refusal.Reason switch
        {
            Outside.Lazy => ("RFN0103", "is", "pass its items, with '.ToList()'"),
            KeyRefusals.Comparer => ("RFN0102", "compares with", "give the comparer no delegates or other outside state"),
            _ => ("RFN0101", "is", $"say what stands for it: CacheKeys.Register<{TypeNames.Display(type)}>(x => ...)"),
        };
        var what = $"'{path}' {verb} {TypeNames.WithArticle(type)}, {refusal.Reason}";
        return new(id, position < function.Captured
            ? $"'{function}' cannot be cached by the variable '{parameter}' that it captures: {what}. " +
                $"{LeaveOut(parameter, argument)}, or {remedy}."
            : $"'{function}' cannot be cached by its argument '{parameter}': {what}. " +
                $"Leave the parameter out of the key by naming it '_{parameter.TrimStart('@')}' or marking it [NotKeyed], or {remedy}.")
        {
            Function = function.Display,
            Parameter = parameter,
            MemberPath = path,
        };
    }

    private static string LeaveOut(string variable, object? value) => variable == "this"
        ? $"Let it use parameters instead of members of the instance, leave the instance out of the key by marking {TypeNames.Display(value!.GetType())} [NotKeyed]"
        : $"Leave it out of the key by naming it '_{variable}', or by passing it as a parameter of that name";
}
