using System.Reflection;

namespace Refrain.Caching.Functions.Doors;

/// <summary>A variable from outside that a function reads.</summary>
/// <param name="Name">As the user wrote it; <c>this</c> for the instance.</param>
/// <param name="Type">Its type.</param>
/// <param name="Path">The fields that lead to it from what the delegate is called on; none for that itself.</param>
internal sealed record CapturedVariable(string Name, Type Type, IReadOnlyList<FieldInfo> Path)
{
    /// <summary>Whether it is in the key, by the rules for parameters and instances.</summary>
    internal bool IsKeyed => Type != typeof(CancellationToken)
        && !Name.StartsWith('_')
        && (Name != "this" || !Type.IsDefined(typeof(NotKeyedAttribute), inherit: true));

    /// <summary>What it is at the moment.</summary>
    internal object? In(object? target) => Path.Aggregate(target, (from, field) => field.GetValue(from));
}
