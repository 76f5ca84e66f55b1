namespace Refrain.Caching.Functions;

/// <summary>What a cached function is called: for people (<see cref="Display"/>) and as an identity (<see cref="Identity"/>).</summary>
/// <param name="Display">The method as the user wrote it, for example <c>LoadData</c>.</param>
/// <param name="Identity">App, assembly, declaring type, method, signature and type arguments as one string.</param>
/// <param name="Parameters">The names of what is in a call in order: captured variables, <c>this</c> of an instance method, the parameters.</param>
internal sealed record FunctionName(string Display, string Identity, IReadOnlyList<string> Parameters)
{
    /// <summary>How many of <see cref="Parameters"/> are captured variables, which come first.</summary>
    internal int Captured { get; init; }

    public override string ToString() => Display;
}
