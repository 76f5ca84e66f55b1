using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots.Copiers;

/// <summary>Types that copy themselves.</summary>
internal sealed class CopyableCopier<T, TCopy> : Copier<T>
    where T : TCopy, ICopyable<TCopy>
{
    internal override void Survey(Survey survey, T value) => survey.AddObject(value!);

    internal override T Copy(Copying copying, T value) => (T)value.Copy()!;
}

/// <summary>Types for which the program says how they are copied.</summary>
internal sealed class RegisteredCopier<T, TRegistered>(CopyRegistration<TRegistered> registration) : Copier<T>
    where T : TRegistered
{
    internal override void Survey(Survey survey, T value) => survey.Add(InstanceSize.Of(value!.GetType()));

    internal override T Copy(Copying copying, T value) => (T)registration.Copy(value)!;
}

/// <summary>Types that cannot be copied. Met in the survey, so no copy is ever begun.</summary>
internal sealed class RefusedCopier<T>(string reason) : Copier<T>
{
    internal override void Survey(Survey survey, T value) => throw new Refusal(value, value!.GetType(), reason);

    internal override T Copy(Copying copying, T value) => throw new Refusal(value, value!.GetType(), reason);
}

/// <summary>Types of the platform that have a method to copy them, and can be read by several threads at once.</summary>
internal sealed class KnownCopier<T, TBase>(Func<TBase, object> copy, Func<TBase, long> size) : Copier<T>
    where T : TBase
{
    internal override bool IsLeaf => true;

    internal override void Survey(Survey survey, T value) => survey.Add(size(value));

    internal override T Copy(Copying copying, T value) => (T)copy(value);

    /// <remarks>The copy of a type nobody can name may be of another one.</remarks>
    internal override object CopyObject(Copying copying, object value) => copy((TBase)value);
}

/// <summary>Types that never change, of which only the size is asked.</summary>
internal sealed class SharedCopier<T> : Copier<T>
{
    internal override bool IsLeaf => true;

    internal override void Survey(Survey survey, T value) => survey.AddObject(value!);

    internal override T Copy(Copying copying, T value) => value;
}
