using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>What sort of thing a unit is.</summary>
internal enum UnitKind : byte
{
    /// <summary>A method's code.</summary>
    Method,

    /// <summary>The overrides of a virtual method in the user's assemblies.</summary>
    Overrides,

    /// <summary>The initial value of a static field, as code.</summary>
    StaticField,

    /// <summary>A type as others see it: members, types, attributes.</summary>
    Shape,

    /// <summary>The state machine of an async method or an iterator.</summary>
    StateMachine,

    /// <summary>A class the compiler made to hold captured variables or caches: nothing but an identity.</summary>
    Closure,

    /// <summary>A field of a closure or a state machine: its place among those the code touches.</summary>
    ClosureField,

    /// <summary>An assembly that is not the user's, by name and version.</summary>
    Library,

    /// <summary>The runtime, by its major version.</summary>
    Runtime,
}

/// <summary>One thing that can be part of a function's code. Equal units are the same definition in the same module.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Home">The module of the definition; the assembly of a library; the runtime itself.</param>
/// <param name="Token">The definition in that module.</param>
internal readonly record struct Unit(UnitKind Kind, object Home, int Token)
{
    internal static readonly Unit Runtime = new(UnitKind.Runtime, typeof(object).Module, 0);

    internal static Unit Method(MethodBase definition) => new(UnitKind.Method, definition.Module, definition.MetadataToken);

    internal static Unit Overrides(MethodBase definition) => new(UnitKind.Overrides, definition.Module, definition.MetadataToken);

    internal static Unit StaticField(FieldInfo field) => new(UnitKind.StaticField, field.Module, field.MetadataToken);

    internal static Unit ClosureField(FieldInfo field) => new(UnitKind.ClosureField, field.Module, field.MetadataToken);

    internal static Unit Shape(Type definition) => new(UnitKind.Shape, definition.Module, definition.MetadataToken);

    internal static Unit StateMachine(Type definition) => new(UnitKind.StateMachine, definition.Module, definition.MetadataToken);

    internal static Unit Closure(Type definition) => new(UnitKind.Closure, definition.Module, definition.MetadataToken);

    internal static Unit Library(Assembly assembly) => new(UnitKind.Library, assembly, 0);

    internal Module Module => (Module)Home;

    internal MethodBase AsMethod() => Module.ResolveMethod(Token)!;

    internal FieldInfo AsField() => Module.ResolveField(Token)!;

    internal Type AsType() => Module.ResolveType(Token);
}
