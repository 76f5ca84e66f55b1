using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Weaving;

/// <summary>The <c>Args</c> structure that carries all arguments of a call; beyond four they nest in its last place.</summary>
internal sealed class ArgsShape
{
    private const int Width = 4;

    private readonly Contract _contract;
    private readonly TypeMap _map;
    private readonly Slot[] _slots;
    private readonly ArgsShape? _rest;
    private readonly TypeReference[] _places;

    /// <param name="contract">The types of the library.</param>
    /// <param name="slots">The arguments, instance first.</param>
    /// <param name="map">From the method's generic parameters to those of the code that uses the structure.</param>
    internal ArgsShape(Contract contract, IReadOnlyList<Slot> slots, TypeMap map)
    {
        _contract = contract;
        _map = map;
        if (slots.Count > Width)
            _rest = new ArgsShape(contract, [.. slots.Skip(Width - 1)], map);
        _slots = [.. slots.Take(_rest is null ? Width : Width - 1)];
        _places = [.. _slots.Select(s => s.SlotType(contract, map)), .. _rest is null ? [] : new[] { _rest.Type }];
        Type = _places.Length == 0 ? contract.Service("Args") : contract.Service("Args", isValueType: true, _places);
    }

    internal TypeReference Type { get; }

    /// <summary>Pushes the structure, made from the current method's own arguments.</summary>
    internal void EmitPack(ILProcessor il)
    {
        if (_places.Length == 0)
        {
            var empty = new VariableDefinition(Type);
            il.Body.Variables.Add(empty);
            il.Body.InitLocals = true;
            il.Emit(OpCodes.Ldloc, empty);
            return;
        }

        EmitPack(il, 0);
    }

    private void EmitPack(ILProcessor il, int argument)
    {
        for (var i = 0; i < _slots.Length; i++, argument++)
        {
            il.Emit(OpCodes.Ldarg, ArgumentAt(il.Body.Method, argument));
            if (_slots[i].IsInstance && _slots[i].Type.IsValueType)
                il.Emit(OpCodes.Ldobj, _map[_slots[i].Type]);
            il.Emit(OpCodes.Newobj, SlotConstructor(i));
        }

        _rest?.EmitPack(il, argument);
        il.Emit(OpCodes.Newobj, Members.Method(
            (GenericInstanceType)Type, ".ctor", _ => _contract.Module.TypeSystem.Void, [.. Enumerable.Range(0, _places.Length).Select(Parameter)]));
    }

    /// <summary>Pushes the arguments that the structure at <paramref name="address"/> carries, as the method takes them.</summary>
    internal void EmitUnpack(ILProcessor il, Action address)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            var index = i;
            var place = new VariableDefinition(_places[i]);
            il.Body.Variables.Add(place);
            il.Body.InitLocals = true;
            address();
            il.Emit(OpCodes.Call, Members.Method((GenericInstanceType)Type, $"get_Item{i + 1}", open => open[index]));
            il.Emit(OpCodes.Stloc, place);
            if (i == _slots.Length)
                _rest!.EmitUnpack(il, () => il.Emit(OpCodes.Ldloca, place));
            else
                EmitValue(il, i, place);
        }
    }

    private void EmitValue(ILProcessor il, int index, VariableDefinition place)
    {
        il.Emit(OpCodes.Ldloca, place);
        il.Emit(OpCodes.Call, SlotValue(index));
        if (!_slots[index].IsInstance || !_slots[index].Type.IsValueType)
            return;
        var instance = new VariableDefinition(_map[_slots[index].Type]);
        il.Body.Variables.Add(instance);
        il.Emit(OpCodes.Stloc, instance);
        il.Emit(OpCodes.Ldloca, instance);
    }

    private MethodReference SlotConstructor(int index)
    {
        var nothing = _contract.Module.TypeSystem.Void;
        if (_places[index] is GenericInstanceType generic)
            return Members.Method(generic, ".ctor", _ => nothing, open => open[0]);
        var constructor = new MethodReference(".ctor", nothing, _places[index]) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(_slots[index].Type));
        return constructor;
    }

    private MethodReference SlotValue(int index) => _places[index] is GenericInstanceType generic
        ? Members.Method(generic, "get_Value", open => open[0])
        : new MethodReference("get_Value", _slots[index].Type, _places[index]) { HasThis = true };

    private static Func<GenericParameter[], TypeReference> Parameter(int index) => open => open[index];

    private static ParameterDefinition ArgumentAt(MethodDefinition method, int index) =>
        !method.HasThis ? method.Parameters[index] : index == 0 ? method.Body.ThisParameter : method.Parameters[index - 1];
}
