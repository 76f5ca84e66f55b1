using System.Reflection;
using System.Reflection.Emit;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Follows the evaluation stack through a method in order, to see which constant ends up as which argument, and which fields are changed.</summary>
/// <remarks>Only what is certain counts: a value that two branches may have put there is nobody's constant. After an unconditional jump the
/// stack is what an earlier branch left for that place, else empty, as the runtime's own verifier has it (ECMA-335 III 1.7.5).</remarks>
internal sealed class EvaluationStack
{
    private const int Unknown = -1;

    private readonly Il _il;
    private readonly MemberInfo?[] _members;
    private readonly Func<MethodBase, bool[]> _callerInfo;
    private readonly Dictionary<int, int[]> _expected = [];
    private List<int> _stack = [];
    private int _furthestTarget;

    private EvaluationStack(Il il, MemberInfo?[] members, Func<MethodBase, bool[]> callerInfo)
    {
        (_il, _members, _callerInfo) = (il, members, callerInfo);
        IsStatementEnd = new bool[il.Instructions.Length];
        foreach (var region in il.Regions)
        {
            var startsWithException = region.Kind is ExceptionHandlingClauseOptions.Clause or ExceptionHandlingClauseOptions.Filter;
            _expected[region.Handler] = startsWithException ? [Unknown] : [];
            if (region.Filter >= 0)
                _expected[region.Filter] = [Unknown];
        }
    }

    /// <summary>The instructions that push a constant for a caller-info parameter.</summary>
    internal HashSet<int> CallerInfoConstants { get; } = [];

    /// <summary>The instructions that name a field in order to change it: that store to it, or pass its address to be stored to.</summary>
    internal HashSet<int> Changes { get; } = [];

    /// <summary>For each instruction, whether the stack is empty after it and no branch from before leads past it.</summary>
    internal bool[] IsStatementEnd { get; }

    /// <summary>Follows a method.</summary>
    /// <param name="il">Its code.</param>
    /// <param name="members">The member that each instruction names.</param>
    /// <param name="callerInfo">Says which parameters take caller info.</param>
    internal static EvaluationStack Follow(Il il, MemberInfo?[] members, Func<MethodBase, bool[]> callerInfo)
    {
        var stack = new EvaluationStack(il, members, callerInfo);
        for (var i = 0; i < il.Instructions.Length; i++)
            stack.Step(i);
        return stack;
    }

    private void Step(int index)
    {
        if (_expected.TryGetValue(index, out var expected))
            Merge(expected);
        var instruction = _il.Instructions[index];
        Apply(index, instruction);
        Branch(index, instruction);
        IsStatementEnd[index] = _stack.Count == 0 && _furthestTarget <= index + 1;
        if (instruction.Code.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
            _stack = _expected.TryGetValue(index + 1, out var next) ? [.. next] : [];
    }

    private void Apply(int index, Instruction instruction)
    {
        var code = instruction.Code;
        if (code == OpCodes.Leave || code == OpCodes.Endfinally)
            _stack.Clear();
        else if (_members[index] is MethodBase method && code.OperandType == OperandType.InlineMethod && code.FlowControl == FlowControl.Call)
            Call(code, method);
        else if (code == OpCodes.Calli || code == OpCodes.Jmp)
            _stack.Clear();
        else if (code == OpCodes.Ret)
            _stack.Clear();
        else if (IsConversion(code))
            Push(Pop());
        else
            Shuffle(index, code);
    }

    private void Call(OpCode code, MethodBase method)
    {
        var count = method.GetParameters().Length;
        var arguments = new int[count];
        for (var i = count - 1; i >= 0; i--)
            arguments[i] = Pop();
        NoteChanges(method, arguments);
        if (code == OpCodes.Newobj)
        {
            Push(count == 1 && IsNullable(method.DeclaringType!) ? arguments[0] : Unknown);
        }
        else
        {
            if (!method.IsStatic)
                Pop();
            if (method is MethodInfo info && info.ReturnType != typeof(void))
                Push(Unknown);
        }

        if (!Array.Exists(arguments, a => a >= 0))
            return;
        var takes = _callerInfo(method);
        for (var i = 0; i < takes.Length; i++)
        {
            if (takes[i] && arguments[i] >= 0)
                CallerInfoConstants.Add(arguments[i]);
        }
    }

    /// <summary>A struct that a method is called on counts as read: C# takes its address for that as well.</summary>
    private void NoteChanges(MethodBase method, int[] arguments)
    {
        if (!Array.Exists(arguments, IsAddress))
            return;
        foreach (var parameter in method.GetParameters())
        {
            if (IsAddress(arguments[parameter.Position]) && !parameter.IsIn)
                Changes.Add(FieldOf(arguments[parameter.Position]));
        }
    }

    private void Shuffle(int index, OpCode code)
    {
        var deepest = Unknown;
        for (var i = Pops(code.StackBehaviourPop); i > 0; i--)
            deepest = Pop();
        if (code == OpCodes.Stfld || code == OpCodes.Stsfld)
            Changes.Add(index);
        if (IsAddress(deepest) && IsStore(code))
            Changes.Add(FieldOf(deepest));
        for (var i = Pushes(code.StackBehaviourPush); i > 0; i--)
            Push(Pushed(index, code, deepest));
    }

    private static int Pushed(int index, OpCode code, int popped)
    {
        if (IsConstant(code))
            return index;
        if (code == OpCodes.Ldflda)
            return IsAddress(popped) ? popped : AddressOf(index);
        return code == OpCodes.Dup && IsAddress(popped) ? popped : Unknown;
    }

    private void Branch(int index, Instruction instruction)
    {
        if (instruction.Targets is { } targets)
        {
            foreach (var target in targets)
                Expect(index, target);
        }
        else if (instruction.Code.OperandType == OperandType.InlineBrTarget)
        {
            Expect(index, (int)instruction.Value);
        }
    }

    private void Expect(int index, int target)
    {
        _furthestTarget = Math.Max(_furthestTarget, target);
        if (target <= index)
            return;
        var stack = _stack.ToArray();
        if (_expected.TryGetValue(target, out var known) && known.Length == stack.Length)
        {
            for (var i = 0; i < stack.Length; i++)
                stack[i] = known[i] == stack[i] ? stack[i] : Unknown;
        }

        _expected[target] = stack;
    }

    private void Merge(int[] expected)
    {
        if (expected.Length != _stack.Count)
        {
            _stack = [.. expected];
            return;
        }

        for (var i = 0; i < expected.Length; i++)
            _stack[i] = _stack[i] == expected[i] ? expected[i] : Unknown;
    }

    private void Push(int value) => _stack.Add(value);

    private int Pop()
    {
        if (_stack.Count == 0)
            return Unknown;
        var value = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    // The address of a field, or of something inside it, is on the stack as the instruction that named the field, below Unknown.
    private static int AddressOf(int index) => Unknown - 1 - index;

    private static bool IsAddress(int value) => value < Unknown;

    private static int FieldOf(int address) => Unknown - 1 - address;

    private static bool IsStore(OpCode code) =>
        code == OpCodes.Stfld || code == OpCodes.Stobj || code == OpCodes.Initobj || code.Name!.StartsWith("stind.", StringComparison.Ordinal);

    private static bool IsNullable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>);

    private static bool IsConstant(OpCode code) =>
        code == OpCodes.Ldstr || code == OpCodes.Ldnull || code.Name!.StartsWith("ldc.", StringComparison.Ordinal);

    private static bool IsConversion(OpCode code) => code == OpCodes.Box || code.Name!.StartsWith("conv.", StringComparison.Ordinal);

    private static int Pops(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Varpop => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_pop1 or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        _ => 2,
    };

    private static int Pushes(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };
}
