using System.Reflection;
using System.Reflection.Emit;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Reads what a method runs.</summary>
internal static class MethodScanner
{
    /// <summary>Reads a whole method.</summary>
    internal static void Scan(ScanWriter writer, MethodBase method)
    {
        if (WovenFunction.BodyOf(method) is { } woven)
        {
            writer.Refer(Unit.Method(woven));
            return;
        }

        writer.Signature(method);
        if (method.GetMethodBody() is not { } body)
        {
            // Abstract, runtime-made or native code: what it is called, and where the native code is to be found.
            writer.Text(method.Name);
            writer.Number((int)method.MethodImplementationFlags);
            writer.Attributes(method);
            return;
        }

        writer.Tag(body.InitLocals ? 'z' : '-');
        writer.Number(body.LocalVariables.Count);
        foreach (var local in body.LocalVariables)
        {
            writer.Tag(local.IsPinned ? 'p' : '-');
            writer.Type(local.LocalType);
        }

        var code = MethodCode.Read(method, body);
        Write(writer, code, 0, code.Il.Instructions.Length);
        foreach (var region in code.Il.Regions)
            Write(writer, region);
    }

    /// <summary>Reads the part of a type's initialiser that gives a static field its first value.</summary>
    internal static void ScanInitialValue(ScanWriter writer, FieldInfo field)
    {
        writer.Type(field.FieldType);
        if (field.DeclaringType!.TypeInitializer is not { } initialiser || initialiser.GetMethodBody() is not { } body)
            return;
        if (!field.DeclaringType.Attributes.HasFlag(TypeAttributes.BeforeFieldInit))
        {
            // A written static constructor may fill the field in any way, so all of it counts.
            writer.Refer(Unit.Method(initialiser));
            return;
        }

        var code = MethodCode.Read(initialiser, body);
        var ends = code.Stack(writer.User).IsStatementEnd;
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            if (!ends[i] || code.Il.Instructions[i].Code != OpCodes.Stsfld)
                continue;
            if (code.Members[i] is FieldInfo stored && stored.MetadataToken == field.MetadataToken)
                Write(writer, code, start, i + 1);
            start = i + 1;
        }
    }

    private static void Write(ScanWriter writer, MethodCode code, int start, int end)
    {
        var dropped = code.Stack(writer.User).CallerInfoConstants;
        for (var i = start; i < end; i++)
        {
            var instruction = code.Il.Instructions[i];
            if (dropped.Contains(i))
            {
                writer.Tag('@');
                continue;
            }

            writer.Number(instruction.Code.Value);
            switch (instruction.Code.OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.InlineBrTarget:
                    writer.Number(instruction.Value - start);
                    break;
                case OperandType.InlineSwitch:
                    writer.Number(instruction.Targets!.Length);
                    foreach (var target in instruction.Targets)
                        writer.Number(target - start);
                    break;
                case OperandType.InlineString:
                    writer.Text(code.Module.ResolveString((int)instruction.Value));
                    break;
                case OperandType.InlineSig:
                    new CallSignature(writer, code.Module.ResolveSignature((int)instruction.Value), code.ResolveType).Write();
                    break;
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    Write(writer, instruction.Code, code.Members[i]!);
                    break;
                default:
                    writer.Number(instruction.Value);
                    break;
            }
        }
    }

    private static void Write(ScanWriter writer, OpCode code, MemberInfo member)
    {
        switch (member)
        {
            case MethodBase method:
                var isVirtual = code == OpCodes.Callvirt || code == OpCodes.Ldvirtftn || method is { IsStatic: true, IsVirtual: true };
                writer.Method(method, isVirtual);
                break;
            case FieldInfo field:
                writer.Field(field);
                break;
            case Type type:
                writer.Type(type);
                break;
        }
    }

    private static void Write(ScanWriter writer, Region region)
    {
        writer.Tag('r');
        writer.Number((int)region.Kind);
        writer.Number(region.Try);
        writer.Number(region.TryEnd);
        writer.Number(region.Handler);
        writer.Number(region.HandlerEnd);
        writer.Number(region.Filter);
        if (region.Catch is { } type)
            writer.Type(type);
    }
}
