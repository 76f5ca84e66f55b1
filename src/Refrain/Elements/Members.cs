using System.Reflection;

namespace Refrain.Elements;

/// <summary>The public properties and fields of an object, by name and value.</summary>
internal static class Members
{
    /// <summary>Every member in the order of declaration. One whose getter throws has the error's message as its value.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(object value)
    {
        foreach (var member in value.GetType().GetMembers(BindingFlags.Public | BindingFlags.Instance))
        {
            if (member is FieldInfo field) yield return (field.Name, field.GetValue(value));
            if (member is PropertyInfo { CanRead: true } property && property.GetIndexParameters().Length == 0 && !IsUnreadable(property.PropertyType))
                yield return (property.Name, Read(property, value));
        }
    }

    private static bool IsUnreadable(Type type) => type.IsByRef || type.IsByRefLike || type.IsPointer;

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException thrown)
        {
            return $"(threw {Display.TypeName(thrown.InnerException!.GetType())}: {thrown.InnerException.Message})";
        }
    }
}
