using Refrain.Caching.Functions;
using Refrain.Caching.Snapshots.Bytes.Codecs;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Bytes;

/// <summary>Says in the user's terms why a value cannot be stored.</summary>
internal static class UnstorableValue
{
    private const string WithoutStore = "or keep the function's values in memory only: leave out 'Persist'.";

    internal static CacheOptionException Explain(UnimpliedValue refusal, object? value, FunctionName function)
    {
        var type = refusal.Value.GetType();
        var path = PathTo(value, refusal.Value, type);
        var (declared, held) = (TypeNames.Display(refusal.Declared), TypeNames.Display(type));
        var lists = refusal.Declared.Assembly == typeof(object).Assembly || refusal.Declared.IsArray || refusal.Declared.IsGenericType
            ? ""
            : $" list it on '{declared}' with [JsonDerivedType(typeof({held}), \"{held}\")],";
        return new("RFN0160",
            $"What '{function}' returned cannot be stored: '{path}' is declared as {declared} and holds {TypeNames.WithArticle(type)}, which the declared "
            + $"type does not imply, so it could not be read back. Declare it as {held},{lists} {WithoutStore}")
        {
            Option = "Persist",
            Function = function.Display,
            MemberPath = path,
        };
    }

    internal static CacheOptionException Explain(Refusal refusal, object? value, FunctionName function)
    {
        var path = PathTo(value, refusal.Offender, refusal.Type);
        return new("RFN0161",
            $"What '{function}' returned cannot be stored: '{path}' is {TypeNames.WithArticle(Outside.Named(refusal.Type))}, {refusal.Reason}. "
            + $"Return something without it, {WithoutStore}")
        {
            Option = "Persist",
            Function = function.Display,
            MemberPath = path,
        };
    }

    internal static CacheOptionException Explain(UnknownComparer refusal, object? value, FunctionName function)
    {
        var path = PathTo(value, refusal.Owner, refusal.Owner.GetType());
        return new("RFN0162",
            $"What '{function}' returned cannot be stored: '{path}' compares with {TypeNames.WithArticle(refusal.Comparer.GetType())}, and of comparers only "
            + $"the default one, the ordinal ones and those of a culture can be. Use one of these, {WithoutStore}")
        {
            Option = "Persist",
            Function = function.Display,
            MemberPath = path,
        };
    }

    private static string PathTo(object? value, object? offender, Type type) => "result" + MemberPath.Between(value, offender, type);
}
