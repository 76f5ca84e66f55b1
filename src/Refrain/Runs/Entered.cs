namespace Refrain.Runs;

/// <summary>Which container <see cref="Ui"/> draws in, for this flow of control: parallel branches of a script each have their own.</summary>
internal sealed class Entered : IDisposable
{
    private static readonly AsyncLocal<Entered?> Flowing = new();

    private readonly PageScope _scope;
    private readonly Container _container;
    private readonly Entered? _outer;

    internal Entered(PageScope scope, Container container)
    {
        (_scope, _container, _outer) = (scope, container, Flowing.Value);
        Flowing.Value = this;
    }

    /// <summary>The container entered in this scope. One entered around a cached call does not count inside it: there the call is the place.</summary>
    internal static Container? In(PageScope scope) => Flowing.Value is { } entered && entered._scope == scope ? entered._container : null;

    public void Dispose() => Flowing.Value = _outer;
}
