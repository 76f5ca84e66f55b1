using System.Reflection;
using System.Reflection.Emit;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>A method's instructions with the members they name.</summary>
internal sealed class MethodCode
{
    private readonly Type[]? _typeArguments;
    private readonly Type[]? _methodArguments;
    private EvaluationStack? _stack;

    private MethodCode(MethodBase method, Il il)
    {
        Module = method.Module;
        Il = il;
        _typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        _methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        Members = Array.ConvertAll(il.Instructions, instruction => instruction.Code.OperandType switch
        {
            OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok =>
                Module.ResolveMember((int)instruction.Value, _typeArguments, _methodArguments),
            _ => null,
        });
    }

    internal Module Module { get; }

    internal Il Il { get; }

    /// <summary>The member that each instruction names.</summary>
    internal MemberInfo?[] Members { get; }

    internal static MethodCode Read(MethodBase method, MethodBody body) => new(method, Il.Read(body));

    internal Type ResolveType(int token) => Module.ResolveType(token, _typeArguments, _methodArguments);

    internal EvaluationStack Stack(UserCode user) =>
        _stack ??= EvaluationStack.Follow(Il, Members, method => user.Scans.CallerInfo(MemberNames.Definition(method), CallerInfo.Of));
}
