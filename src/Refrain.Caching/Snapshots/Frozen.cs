using System.Runtime.CompilerServices;
using Refrain.Caching.Functions;
using Refrain.Caching.Lifetimes;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>The master of a cached value: no caller ever holds it. Read by many threads at once.</summary>
internal abstract class Frozen<T>
{
    /// <summary>Gives a caller a value of its own: the shared value, a shell over shared buffers, or a copy.</summary>
    internal abstract T HandOut();

    /// <summary>Whether every caller gets the same value, because nobody can change it.</summary>
    internal virtual bool IsShared => false;

    /// <summary>What the master takes, for limits and budgets.</summary>
    internal abstract Charge Charge { get; }

    /// <summary>Bytes of it in all.</summary>
    internal long Size => Charge.Bytes;
}

/// <summary>Freezes what functions return.</summary>
internal static class Snapshot
{
    /// <summary>Makes the master of a value: one copy, or none where the value can be shared.</summary>
    /// <exception cref="UncopyableValueException">The value, or something it reaches, cannot be copied.</exception>
    internal static Frozen<T> Freeze<T>(T value, FunctionName function)
    {
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return new FrozenShared<T>(value, ChargeInPlace<T>.Instance);
        try
        {
            var survey = Survey.Of(value);
            var plan = CopyPlan.From(survey);
            if (survey.IsCopied)
                return Copied(Copying.Run(value, plan, isFreezing: true), plan, survey.Charge);
            return new FrozenShared<T>(survey.IsCopiedOnce ? Copying.Run(value, plan, isFreezing: true) : value, survey.Charge);
        }
        catch (Refusal refusal)
        {
            throw RefusedValue.Explain(refusal, value, function);
        }
    }

    /// <summary>Takes a value that nobody else holds for the master itself.</summary>
    internal static Frozen<T> Adopt<T>(T value, FunctionName function)
    {
        try
        {
            var survey = Survey.Of(value);
            return survey.IsCopied ? Copied(value, CopyPlan.From(survey), survey.Charge) : new FrozenShared<T>(value, survey.Charge);
        }
        catch (Refusal refusal)
        {
            throw RefusedValue.Explain(refusal, value, function);
        }
    }

    private static Frozen<T> Copied<T>(T master, CopyPlan plan, Charge charge)
    {
        var isExactTree = plan.IsTree && master!.GetType() == typeof(T);
        return isExactTree ? new FrozenTree<T>(master, Copying.OfTrees(plan), charge) : new FrozenGraph<T>(master, plan, charge);
    }
}

/// <summary>What a value costs that is all in its place.</summary>
internal static class ChargeInPlace<T>
{
    internal static readonly Charge Instance = new(Unsafe.SizeOf<T>(), []);
}

/// <summary>A value that never changes.</summary>
internal sealed class FrozenShared<T>(T value, Charge charge) : Frozen<T>
{
    internal override bool IsShared => true;

    internal override Charge Charge => charge;

    internal override T HandOut() => value;
}

/// <summary>A value of which everyone gets a copy, and in which nothing is met twice.</summary>
internal sealed class FrozenTree<T>(T master, Copying copying, Charge charge) : Frozen<T>
{
    private readonly Copier<T> _copier = Copiers<T>.Current;

    internal override Charge Charge => charge;

    internal override T HandOut() => _copier.Copy(copying, master);
}

/// <summary>A value of which everyone gets a copy, with what is shared inside it.</summary>
internal sealed class FrozenGraph<T>(T master, CopyPlan plan, Charge charge) : Frozen<T>
{
    internal override Charge Charge => charge;

    internal override T HandOut() => Copying.Run(master, plan, isFreezing: false);
}
