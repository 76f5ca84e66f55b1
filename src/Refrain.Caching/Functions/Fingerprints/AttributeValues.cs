using System.Globalization;
using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Writes the attributes of a member with their values.</summary>
internal static class AttributeValues
{
    private static readonly HashSet<string> Bookkeeping = new(StringComparer.Ordinal)
    {
        "System.Runtime.CompilerServices.NullableAttribute", "System.Runtime.CompilerServices.NullableContextAttribute",
        "System.Runtime.CompilerServices.CompilerGeneratedAttribute", "System.Runtime.CompilerServices.AsyncStateMachineAttribute",
        "System.Runtime.CompilerServices.IteratorStateMachineAttribute", "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
        "System.Runtime.CompilerServices.RefSafetyRulesAttribute",
    };

    /// <summary>Writes what the user put on a member; not what the compiler notes for itself, nor the options of a cached function.</summary>
    internal static void Attributes(this ScanWriter writer, ICustomAttributeProvider member)
    {
        var attributes = Of(member).Where(IsUsers).OrderBy(a => a.AttributeType.FullName, StringComparer.Ordinal).ToList();
        writer.Number(attributes.Count);
        foreach (var attribute in attributes)
            Write(writer, attribute);
    }

    /// <summary>Whether an attribute may change what other code makes of a member.</summary>
    internal static bool IsUsers(CustomAttributeData attribute) =>
        attribute.AttributeType.Namespace != "System.Diagnostics" &&
        !Bookkeeping.Contains(attribute.AttributeType.FullName ?? "") &&
        !typeof(CachedFunctionAttribute).IsAssignableFrom(attribute.AttributeType);

    private static IList<CustomAttributeData> Of(ICustomAttributeProvider member) => member switch
    {
        MemberInfo m => m.GetCustomAttributesData(),
        ParameterInfo p => p.GetCustomAttributesData(),
        _ => [],
    };

    private static void Write(ScanWriter writer, CustomAttributeData attribute)
    {
        writer.Type(attribute.AttributeType);
        var takesCallerInfo = CallerInfo.Of(attribute.Constructor);
        for (var i = 0; i < attribute.ConstructorArguments.Count; i++)
        {
            if (i >= takesCallerInfo.Length || !takesCallerInfo[i])
                Write(writer, attribute.ConstructorArguments[i]);
        }

        writer.Number(attribute.NamedArguments.Count);
        foreach (var argument in attribute.NamedArguments.OrderBy(a => a.MemberName, StringComparer.Ordinal))
        {
            writer.Text(argument.MemberName);
            Write(writer, argument.TypedValue);
        }
    }

    private static void Write(ScanWriter writer, CustomAttributeTypedArgument argument)
    {
        writer.Type(argument.ArgumentType);
        switch (argument.Value)
        {
            case Type type:
                writer.Type(type);
                break;
            case IReadOnlyCollection<CustomAttributeTypedArgument> elements:
                writer.Number(elements.Count);
                foreach (var element in elements)
                    Write(writer, element);
                break;
            case double number:
                writer.Number(BitConverter.DoubleToInt64Bits(number));
                break;
            case float number:
                writer.Number(BitConverter.SingleToInt32Bits(number));
                break;
            default:
                writer.Text(Convert.ToString(argument.Value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
