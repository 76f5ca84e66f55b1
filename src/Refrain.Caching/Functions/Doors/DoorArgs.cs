using System.Reflection;
using System.Reflection.Emit;

namespace Refrain.Caching.Functions.Doors;

/// <summary>One place in the structure that carries a call.</summary>
/// <param name="Type">The slot's structure.</param>
/// <param name="Load">Pushes what is put into it.</param>
/// <param name="Unload">What becomes of it when the body is called; <see langword="null"/> for captured variables, which the body reads itself.</param>
internal sealed record DoorSlot(Type Type, Action<ILGenerator> Load, Action<ILGenerator>? Unload);

/// <summary>The <c>Args</c> structure that carries a call; beyond four places it nests in its last. The same as the weaver's, for code made at run time.</summary>
internal sealed class DoorArgs
{
    private const int Width = 4;
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type[] Shapes =
        [typeof(CompilerServices.Args<>), typeof(CompilerServices.Args<,>), typeof(CompilerServices.Args<,,>), typeof(CompilerServices.Args<,,,>)];

    private readonly DoorSlot[] _slots;
    private readonly DoorArgs? _rest;
    private readonly Type[] _places;

    /// <param name="slots">The places in order; at least one.</param>
    internal DoorArgs(IReadOnlyList<DoorSlot> slots)
    {
        if (slots.Count > Width)
            _rest = new DoorArgs([.. slots.Skip(Width - 1)]);
        _slots = [.. slots.Take(_rest is null ? Width : Width - 1)];
        _places = [.. _slots.Select(s => s.Type), .. _rest is null ? Type.EmptyTypes : [_rest.Shape]];
        Shape = Shapes[_places.Length - 1].MakeGenericType(_places);
    }

    internal Type Shape { get; }

    /// <summary>Pushes the structure.</summary>
    internal void EmitPack(ILGenerator il)
    {
        foreach (var slot in _slots)
        {
            slot.Load(il);
            il.Emit(OpCodes.Newobj, slot.Type.GetConstructors()[0]);
        }

        _rest?.EmitPack(il);
        il.Emit(OpCodes.Newobj, Shape.GetConstructors()[0]);
    }

    /// <summary>Pushes what the structure carries for the body.</summary>
    internal void EmitUnpack(ILGenerator il, Action address)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            if (i < _slots.Length && _slots[i].Unload is null)
                continue;
            var place = il.DeclareLocal(_places[i]);
            address();
            il.Emit(OpCodes.Call, Shape.GetProperty($"Item{i + 1}")!.GetMethod!);
            il.Emit(OpCodes.Stloc, place);
            if (i == _slots.Length)
            {
                _rest!.EmitUnpack(il, () => il.Emit(OpCodes.Ldloca, place));
                continue;
            }

            il.Emit(OpCodes.Ldloca, place);
            il.Emit(OpCodes.Call, _places[i].GetProperty("Value", All)!.GetMethod!);
            _slots[i].Unload!(il);
        }
    }
}
