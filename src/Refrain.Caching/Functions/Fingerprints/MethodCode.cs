using System.Reflection;
using System.Reflection.Emit;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>A method's instructions with the members they name.</summary>
internal sealed class MethodCode
{
    private EvaluationStack? _stack;

    private MethodCode(Module module, Il il, MemberInfo?[] members) => (Module, Il, Members) = (module, il, members);

    internal Module Module { get; }

    internal Il Il { get; }

    internal MemberInfo?[] Members { get; }

    internal static MethodCode Read(MethodBase method, MethodBody body)
    {
        var il = Il.Read(body);
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var members = Array.ConvertAll(il.Instructions, instruction => instruction.Code.OperandType switch
        {
            OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok =>
                method.Module.ResolveMember((int)instruction.Value, typeArguments, methodArguments),
            _ => null,
        });
        return new(method.Module, il, members);
    }

    internal EvaluationStack Stack(UserCode user) =>
        _stack ??= EvaluationStack.Follow(Il, Members, method => user.Scans.CallerInfo(MemberNames.Definition(method), CallerInfo.Of));
}
