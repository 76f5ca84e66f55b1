using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Writes members as code mentions them: by name and signature, or by the unit that stands for what the compiler made.</summary>
internal static class MemberNames
{
    /// <summary>Writes a called method, and refers to its code if it is the user's.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="method">The method with the type arguments the code gives.</param>
    /// <param name="isVirtual">Whether the call may reach an override.</param>
    internal static void Method(this ScanWriter writer, MethodBase method, bool isVirtual)
    {
        var declaring = method.DeclaringType;
        if (declaring is { IsArray: true })
        {
            writer.Type(declaring);
            writer.Text(method.Name);
            writer.Number(method.GetParameters().Length);
            return;
        }

        var definition = Definition(method);
        var home = declaring is { IsGenericType: true } ? declaring.GetGenericTypeDefinition() : declaring;
        var isDetermined = MadeName.Of(home) is MadeType.Anonymous or MadeType.AnonymousDelegate or MadeType.Support;
        var isUser = !isDetermined && writer.User.Includes(definition.Module.Assembly);
        var isNamed = !isUser || !MadeName.IsMade(definition);
        writer.Tag(isNamed ? 'M' : 'm');
        if (declaring is not null)
            writer.Type(declaring, isMention: !method.IsStatic);
        if (isNamed)
        {
            writer.Text(method.Name);
            writer.Signature(definition);
        }

        writer.Types(method.IsGenericMethod ? method.GetGenericArguments() : []);
        if (isUser)
            writer.Refer(Unit.Method(definition));
        if (isVirtual && !isDetermined && definition is { IsVirtual: true, IsFinal: false } && home is { IsSealed: false }
            && (isUser || IsImplementedByUsers(definition, home)))
        {
            writer.Refer(Unit.Overrides(definition));
        }
    }

    /// <summary>Whether a method of others is one that a user's type is meant to implement, and that makes a difference to what comes out.</summary>
    private static bool IsImplementedByUsers(MethodBase definition, Type home) =>
        !definition.IsStatic && (home.IsInterface || definition.IsAbstract) && home != typeof(IDisposable) && home != typeof(IAsyncDisposable);

    /// <summary>Writes a field, and refers to its initial value if it is a static one of the user's.</summary>
    internal static void Field(this ScanWriter writer, FieldInfo field)
    {
        var declaring = field.DeclaringType!;
        var home = declaring.IsGenericType ? declaring.GetGenericTypeDefinition() : declaring;
        var definition = declaring.IsGenericType ? field.Module.ResolveField(field.MetadataToken)! : field;
        var isUser = writer.User.Includes(definition.Module.Assembly);
        if (isUser && MadeName.IsCache(definition))
        {
            writer.Tag('c');
        }
        else if (isUser && StaticData.Has(definition))
        {
            writer.Tag('d');
            writer.Bytes(StaticData.Of(definition));
        }
        else if (MadeName.Of(home) is MadeType.Closure or MadeType.StateMachine)
        {
            writer.Tag('v');
            writer.Type(declaring);
            writer.Refer(Unit.ClosureField(definition));
        }
        else
        {
            writer.Tag('F');
            writer.Type(declaring, isMention: !field.IsStatic);
            writer.Text(field.Name);
            if (isUser && field.IsStatic && !field.IsLiteral)
                writer.Refer(Unit.StaticField(definition));
        }

        writer.Type(definition.FieldType);
    }

    /// <summary>Writes return type and parameters.</summary>
    internal static void Signature(this ScanWriter writer, MethodBase definition)
    {
        writer.Tag(definition.IsStatic ? 's' : 'i');
        writer.Type(definition is MethodInfo method ? method.ReturnType : typeof(void));
        writer.Types(Array.ConvertAll(definition.GetParameters(), p => p.ParameterType));
    }

    /// <summary>The method as its type declares it, without type arguments.</summary>
    internal static MethodBase Definition(MethodBase method)
    {
        if (method is { IsGenericMethod: false, DeclaringType: not { IsGenericType: true } })
            return method;
        return method.Module.ResolveMethod(method.MetadataToken)!;
    }
}
