using System.Linq;
using Mono.Cecil;

namespace Refrain.Weaver.Weaving;

/// <summary>The types of the cache's library and of the platform that woven code uses, as the module refers to them.</summary>
internal sealed class Contract
{
    internal const string Library = "Refrain.Caching";

    /// <summary>The version of the contract that this weaver writes; the library refuses any other.</summary>
    private const int Version = 1;

    private const string Services = "Refrain.CompilerServices";

    private readonly IMetadataScope _library;
    private readonly IMetadataScope _platform;

    private Contract(ModuleDefinition module, IMetadataScope library)
    {
        Module = module;
        _library = library;
        _platform = PlatformOf(module);
    }

    internal ModuleDefinition Module { get; }

    internal bool IsWoven => Module.Assembly.CustomAttributes.Any(a => a.AttributeType.FullName == Services + ".WovenAttribute");

    /// <summary>The contract, if the module refers to the cache at all.</summary>
    internal static Contract? Of(ModuleDefinition module) =>
        module.AssemblyReferences.FirstOrDefault(r => r.Name == Library) is { } library ? new Contract(module, library) : null;

    /// <summary>The assembly that the module's own references to <c>System.Object</c> and its like go to.</summary>
    internal static IMetadataScope PlatformOf(ModuleDefinition module) =>
        module.AssemblyReferences.FirstOrDefault(r => r.Name == "System.Runtime")
            ?? module.AssemblyReferences.FirstOrDefault(r => r.Name == "System.Private.CoreLib")
            ?? module.TypeSystem.CoreLibrary;

    internal TypeReference Service(string name, bool isValueType = true) => new(Services, name, Module, _library, isValueType);

    internal GenericInstanceType Service(string name, bool isValueType, params TypeReference[] arguments) =>
        Generic(Services, name, _library, isValueType, arguments);

    internal TypeReference Platform(string ns, string name, bool isValueType = false) => new(ns, name, Module, _platform, isValueType);

    internal GenericInstanceType Platform(string ns, string name, bool isValueType, params TypeReference[] arguments) =>
        Generic(ns, name, _platform, isValueType, arguments);

    internal CustomAttribute Mark(string ns, string name) =>
        new(new MethodReference(".ctor", Module.TypeSystem.Void, Platform(ns, name)) { HasThis = true });

    internal void MarkWoven()
    {
        var constructor = new MethodReference(".ctor", Module.TypeSystem.Void, Service("WovenAttribute", isValueType: false)) { HasThis = true };
        constructor.Parameters.Add(new ParameterDefinition(Module.TypeSystem.Int32));
        var mark = new CustomAttribute(constructor);
        mark.ConstructorArguments.Add(new CustomAttributeArgument(Module.TypeSystem.Int32, Version));
        Module.Assembly.CustomAttributes.Add(mark);
    }

    private GenericInstanceType Generic(string ns, string name, IMetadataScope scope, bool isValueType, TypeReference[] arguments)
    {
        var open = new TypeReference(ns, $"{name}`{arguments.Length}", Module, scope, isValueType);
        var closed = new GenericInstanceType(open);
        foreach (var argument in arguments)
        {
            open.GenericParameters.Add(new GenericParameter(open));
            closed.GenericArguments.Add(argument);
        }

        return closed;
    }
}
