using System.Runtime.CompilerServices;
using Refrain.Caching.Values;

namespace Refrain.Caching.Snapshots;

/// <summary>Copies the values of one runtime type, and tells what they hold.</summary>
internal abstract class Copier(Type type)
{
    private bool? _isTree;

    internal Sharing Sharing { get; } = SharingRules.Of(type);

    /// <summary>The same of an object: a structure in a box may change where one in its place is copied anyway.</summary>
    internal Sharing SharingOfObject { get; } = SharingRules.ChangesInBox(type) ? Sharing.Never : SharingRules.Of(type);

    /// <summary>Whether values of the type can be part of no cycle, as long as every member has exactly the type it declares.</summary>
    internal bool IsTree => _isTree ??= IsLeaf || TypeGraph.IsTree(type);

    /// <summary>Whether the value holds no other objects.</summary>
    internal virtual bool IsLeaf => false;

    /// <summary>Whether a copy can be made empty and filled later, so that it may be met again while it is filled.</summary>
    internal abstract bool IsFilledLater { get; }

    /// <summary>Adds the size of a value and everything it holds to a survey.</summary>
    internal abstract void SurveyObject(Survey survey, object value);

    internal abstract object CopyObject(Copying copying, object value);

    internal abstract object ShellObject(object value);

    internal abstract void FillObject(Copying copying, object value, object shell);
}

/// <inheritdoc/>
internal abstract class Copier<T> : Copier
{
    protected Copier()
        : base(typeof(T))
    {
    }

    internal override bool IsFilledLater => false;

    internal abstract void Survey(Survey survey, T value);

    internal abstract T Copy(Copying copying, T value);

    internal override void SurveyObject(Survey survey, object value) => Survey(survey, (T)value);

    internal override object CopyObject(Copying copying, object value) => Copy(copying, (T)value)!;

    internal override object ShellObject(object value) => throw new NotSupportedException();

    internal override void FillObject(Copying copying, object value, object shell) => throw new NotSupportedException();
}

/// <summary>Copies objects in two steps: first without, then with what they hold.</summary>
internal abstract class FillingCopier<T> : Copier<T>
    where T : class
{
    internal sealed override bool IsFilledLater => true;

    protected abstract T Shell(T value);

    protected abstract void Fill(Copying copying, T value, T shell);

    internal override T Copy(Copying copying, T value)
    {
        var shell = Shell(value);
        Fill(copying, value, shell);
        return shell;
    }

    internal sealed override object ShellObject(object value) => Shell(Unsafe.As<T>(value));

    internal sealed override void FillObject(Copying copying, object value, object shell) =>
        Fill(copying, Unsafe.As<T>(value), Unsafe.As<T>(shell));
}
