using System.Diagnostics.CodeAnalysis;

/// <summary>Types without a namespace, as those of a script are.</summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "That is what they are for.")]
public sealed class ScriptBasket : List<int>
{
    public string Owner { get; set; } = "";
}
