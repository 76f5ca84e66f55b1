using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Reads a user's type as code that never calls into it can still depend on it: a serializer, a formatter, a comparer.</summary>
/// <remarks>
/// The shape is the type's kind, base, interfaces, attributes, constructors, instance fields and properties, in the order they are declared.
/// Methods are not part of it, so a new one changes nothing; but those that others call without being seen to (constructors, accessors,
/// overrides of methods declared outside the user's code, and methods that carry an attribute) are referred to.
/// </remarks>
internal static class ShapeScanner
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    internal static void Scan(ScanWriter writer, Type type)
    {
        const TypeAttributes relevant =
            TypeAttributes.ClassSemanticsMask | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.LayoutMask;
        writer.Number((int)(type.Attributes & relevant));
        writer.Attributes(type);
        if (type.BaseType is { } baseType)
            writer.Type(baseType);
        if (type.IsEnum)
        {
            Enumerators(writer, type);
            return;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            writer.Signature(type.GetMethod("Invoke")!);
            return;
        }

        TypeParameters(writer, type);
        writer.Types(type.GetInterfaces().OrderBy(i => i.ToString(), StringComparer.Ordinal).ToArray());
        Fields(writer, type);
        Properties(writer, type);
        Constructors(writer, type);
        foreach (var method in CalledFromOutside(writer.User, type))
            writer.Refer(Unit.Method(method));
    }

    private static void Enumerators(ScanWriter writer, Type type)
    {
        writer.Type(type.GetEnumUnderlyingType());
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(f => f.MetadataToken))
        {
            writer.Text(field.Name);
            writer.Text(Convert.ToString(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture));
            writer.Attributes(field);
        }
    }

    private static void TypeParameters(ScanWriter writer, Type type)
    {
        foreach (var parameter in type.IsGenericTypeDefinition ? type.GetGenericArguments() : [])
        {
            writer.Number((int)parameter.GenericParameterAttributes);
            writer.Types(parameter.GetGenericParameterConstraints().OrderBy(c => c.ToString(), StringComparer.Ordinal).ToArray());
        }
    }

    private static void Fields(ScanWriter writer, Type type)
    {
        foreach (var field in type.GetFields(Declared).OrderBy(f => f.MetadataToken))
        {
            writer.Tag('f');
            writer.Text(field.Name);
            writer.Number((int)field.Attributes);
            writer.Type(field.FieldType);
            writer.Attributes(field);
        }
    }

    private static void Properties(ScanWriter writer, Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(Declared).OrderBy(p => p.MetadataToken))
        {
            writer.Tag('p');
            writer.Text(property.Name);
            writer.Type(property.PropertyType);
            writer.Types(Array.ConvertAll(property.GetIndexParameters(), p => p.ParameterType));
            writer.Number((int)(property.GetMethod?.Attributes & MethodAttributes.MemberAccessMask ?? MethodAttributes.PrivateScope));
            writer.Number((int)(property.SetMethod?.Attributes & MethodAttributes.MemberAccessMask ?? MethodAttributes.PrivateScope));
            writer.Types(property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers() ?? []);
            writer.Number((int)nullability.Create(property).WriteState);
            writer.Number((int)nullability.Create(property).ReadState);
            writer.Attributes(property);
        }
    }

    private static void Constructors(ScanWriter writer, Type type)
    {
        foreach (var constructor in type.GetConstructors(Declared).OrderBy(c => c.ToString(), StringComparer.Ordinal))
        {
            writer.Tag('c');
            writer.Number((int)(constructor.Attributes & MethodAttributes.MemberAccessMask));
            writer.Signature(constructor);
            writer.Attributes(constructor);
            foreach (var parameter in constructor.GetParameters())
            {
                writer.Text(parameter.Name);
                writer.Attributes(parameter);
            }

            if (!IsWritten(constructor))
                continue;
            writer.Refer(Unit.Method(constructor));
        }
    }

    private static IEnumerable<MethodInfo> CalledFromOutside(UserCode user, Type type)
    {
        if (type.IsInterface)
            return [];
        var implementations = Implementations(user, type);
        return type.GetMethods(Declared | BindingFlags.Static)
            .Where(IsWritten)
            .Where(m => IsAccessor(m) || implementations.Contains(m.MetadataToken) || IsOutsideOverride(user, m) || HasUsersAttribute(m))
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .ThenBy(m => m.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The methods that implement interfaces declared outside the user's code.</summary>
    private static HashSet<int> Implementations(UserCode user, Type type)
    {
        var tokens = new HashSet<int>();
        foreach (var contract in type.GetInterfaces().Where(i => !user.Includes(i.Assembly)))
        {
            foreach (var target in type.GetInterfaceMap(contract).TargetMethods)
            {
                if (target?.Module == type.Module)
                    tokens.Add(target.MetadataToken);
            }
        }

        return tokens;
    }

    private static bool IsOutsideOverride(UserCode user, MethodInfo method) =>
        method.IsVirtual && method.GetBaseDefinition() is var root && root != method && !user.Includes(root.Module.Assembly);

    private static bool IsAccessor(MethodInfo method) =>
        method is { IsSpecialName: true, IsStatic: false } &&
        (method.Name.Contains("get_", StringComparison.Ordinal) || method.Name.Contains("set_", StringComparison.Ordinal));

    private static bool HasUsersAttribute(MethodInfo method) => method.GetCustomAttributesData().Any(a =>
        AttributeValues.IsUsers(a) && a.AttributeType.Namespace != "System.Runtime.CompilerServices");

    /// <summary>What the compiler made (a record's members, automatic accessors) is determined by the rest of the shape.</summary>
    private static bool IsWritten(MethodBase method) => !method.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
