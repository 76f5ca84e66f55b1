using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>One instruction in its long form, whichever form the compiler chose.</summary>
/// <param name="Code">The operation.</param>
/// <param name="Value">The operand: a number's bits, a token, or the index of the instruction it branches to.</param>
/// <param name="Targets">The indices that a <c>switch</c> branches to.</param>
internal readonly record struct Instruction(OpCode Code, long Value, int[]? Targets = null);

/// <summary>A protected region, in indices of instructions.</summary>
internal readonly record struct Region(
    ExceptionHandlingClauseOptions Kind, int Try, int TryEnd, int Handler, int HandlerEnd, int Filter, Type? Catch);

/// <summary>A method's code as a list of instructions, without those that do nothing.</summary>
/// <remarks>Branches name instructions instead of bytes, and every instruction has one form: the length of a line number passed to a logger
/// must not show in the distances around it.</remarks>
internal sealed class Il
{
    private static readonly OpCode[] OneByte = new OpCode[256];
    private static readonly OpCode[] TwoBytes = new OpCode[256];

    static Il()
    {
        foreach (var field in typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var code = (OpCode)field.GetValue(null)!;
            (code.Size == 1 ? OneByte : TwoBytes)[code.Value & 0xFF] = code;
        }
    }

    private Il(Instruction[] instructions, Region[] regions)
    {
        Instructions = instructions;
        Regions = regions;
    }

    internal Instruction[] Instructions { get; }

    internal Region[] Regions { get; }

    internal static Il Read(MethodBody body)
    {
        var bytes = body.GetILAsByteArray() ?? throw new BadImageFormatException("The method has no code.");
        var indices = new int[bytes.Length + 1];
        var instructions = new List<Instruction>(bytes.Length / 2);
        for (var at = 0; at < bytes.Length;)
        {
            indices.AsSpan(at).Fill(instructions.Count);
            var instruction = ReadOne(bytes, ref at);
            if (instruction.Code != OpCodes.Nop)
                instructions.Add(instruction);
        }

        indices[bytes.Length] = instructions.Count;
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (instruction.Targets is { } targets)
                instructions[i] = instruction with { Targets = Array.ConvertAll(targets, target => indices[target]) };
            else if (instruction.Code.OperandType == OperandType.InlineBrTarget)
                instructions[i] = instruction with { Value = indices[instruction.Value] };
        }

        var regions = body.ExceptionHandlingClauses.Select(clause => new Region(
            clause.Flags,
            indices[clause.TryOffset],
            indices[clause.TryOffset + clause.TryLength],
            indices[clause.HandlerOffset],
            indices[clause.HandlerOffset + clause.HandlerLength],
            clause.Flags == ExceptionHandlingClauseOptions.Filter ? indices[clause.FilterOffset] : -1,
            clause.Flags == ExceptionHandlingClauseOptions.Clause ? clause.CatchType : null));
        return new(instructions.ToArray(), regions.ToArray());
    }

    private static Instruction ReadOne(byte[] bytes, ref int at)
    {
        var code = bytes[at] == 0xFE ? TwoBytes[bytes[at + 1]] : OneByte[bytes[at]];
        if (code.Size == 0)
            throw new BadImageFormatException("The method's code has an unknown instruction.");
        at += code.Size;
        var rest = bytes.AsSpan(at);
        switch (code.OperandType)
        {
            case OperandType.InlineNone:
                return Widen(code, 0);
            case OperandType.ShortInlineBrTarget:
                at += 1;
                return Widen(code, at + (sbyte)rest[0]);
            case OperandType.InlineBrTarget:
                at += 4;
                return new(code, at + BinaryPrimitives.ReadInt32LittleEndian(rest));
            case OperandType.ShortInlineI:
                at += 1;
                return Widen(code, code == OpCodes.Ldc_I4_S ? (sbyte)rest[0] : rest[0]);
            case OperandType.ShortInlineVar:
                at += 1;
                return Widen(code, rest[0]);
            case OperandType.InlineVar:
                at += 2;
                return new(code, BinaryPrimitives.ReadUInt16LittleEndian(rest));
            case OperandType.InlineI8 or OperandType.InlineR:
                at += 8;
                return new(code, BinaryPrimitives.ReadInt64LittleEndian(rest));
            case OperandType.InlineSwitch:
                var count = BinaryPrimitives.ReadInt32LittleEndian(rest);
                var end = at + 4 + 4 * count;
                var targets = new int[count];
                for (var i = 0; i < count; i++)
                    targets[i] = end + BinaryPrimitives.ReadInt32LittleEndian(rest[(4 + 4 * i)..]);
                at = end;
                return new(code, count, targets);
            default:
                at += 4;
                return new(code, BinaryPrimitives.ReadInt32LittleEndian(rest));
        }
    }

    private static Instruction Widen(OpCode code, long value)
    {
        var v = (ushort)code.Value;
        return v switch
        {
            >= 0x02 and <= 0x05 => new(OpCodes.Ldarg, v - 0x02),
            >= 0x06 and <= 0x09 => new(OpCodes.Ldloc, v - 0x06),
            >= 0x0A and <= 0x0D => new(OpCodes.Stloc, v - 0x0A),
            0x0E => new(OpCodes.Ldarg, value),
            0x0F => new(OpCodes.Ldarga, value),
            0x10 => new(OpCodes.Starg, value),
            0x11 => new(OpCodes.Ldloc, value),
            0x12 => new(OpCodes.Ldloca, value),
            0x13 => new(OpCodes.Stloc, value),
            >= 0x15 and <= 0x1E => new(OpCodes.Ldc_I4, v - 0x16),
            0x1F => new(OpCodes.Ldc_I4, value),
            >= 0x2B and <= 0x37 => new(OneByte[v + 0x0D], value),
            0xDE => new(OpCodes.Leave, value),
            _ => new(code, value),
        };
    }
}
