using System;
using System.Collections.Generic;
using System.IO;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Refrain.Weaver.Reading;
using Refrain.Weaver.Weaving;

namespace Refrain.Weaver.Warming;

/// <summary>A small assembly with one cached function, made up here, because before the compiler is done there is no other to weave.</summary>
internal static class SampleAssembly
{
    /// <param name="referencePaths">The files of the assemblies that the project is compiled against; the cache's library and the platform are among them.</param>
    internal static WeaveRequest Make(IReadOnlyList<string> referencePaths)
    {
        using var references = new ReferenceResolver(referencePaths);
        using var module = ModuleDefinition.CreateModule("Sample", new ModuleParameters { Kind = ModuleKind.Dll, AssemblyResolver = references });
        var library = Refer(module, references, Contract.Library);
        var platform = Refer(module, references, "System.Runtime");
        var type = new TypeDefinition(
            "", "Sample", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed, new TypeReference("System", "Object", module, platform));
        module.Types.Add(type);
        type.Methods.Add(Function(module, library, platform));

        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        module.Write(assembly, new WriterParameters { SymbolStream = symbols, SymbolWriterProvider = new PortablePdbWriterProvider() });
        return new WeaveRequest(new MemoryStream(assembly.ToArray()), new MemoryStream(symbols.ToArray())) { ReferencePaths = referencePaths };
    }

    private static AssemblyNameDefinition Refer(ModuleDefinition module, ReferenceResolver references, string name)
    {
        var reference = references.Resolve(new AssemblyNameReference(name, new Version(0, 0))).Name;
        module.AssemblyReferences.Add(reference);
        return reference;
    }

    /// <remarks>Of parameters, locals, calls, jumps and lines as the functions of users have them.</remarks>
    private static MethodDefinition Function(ModuleDefinition module, AssemblyNameReference library, AssemblyNameReference platform)
    {
        var types = module.TypeSystem;
        var list = new TypeReference("System.Collections.Generic", "IEnumerable`1", module, platform);
        list.GenericParameters.Add(new GenericParameter(list));
        var function = new MethodDefinition("Load", MethodAttributes.Public | MethodAttributes.Static, new GenericInstanceType(list) { GenericArguments = { types.String } });
        function.Parameters.Add(new ParameterDefinition("name", ParameterAttributes.None, types.String));
        function.Parameters.Add(new ParameterDefinition("rows", ParameterAttributes.None, types.Int32));
        function.Parameters.Add(new ParameterDefinition("share", ParameterAttributes.Optional | ParameterAttributes.HasDefault, types.Double) { Constant = 0.5 });
        var constructor = new MethodReference(".ctor", types.Void, new TypeReference("Refrain", "CacheDataAttribute", module, library)) { HasThis = true };
        function.CustomAttributes.Add(new CustomAttribute(constructor) { Properties = { new("Ttl", new CustomAttributeArgument(types.String, "1h")) } });
        function.Body.InitLocals = true;
        function.Body.Variables.Add(new VariableDefinition(types.Int32));

        var code = function.Body.GetILProcessor();
        var end = code.Create(OpCodes.Ldnull);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Stloc_0);
        code.Emit(OpCodes.Ldloc_0);
        code.Emit(OpCodes.Brfalse, end);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, "rows");
        code.Emit(OpCodes.Call, new MethodReference("Concat", types.String, new TypeReference("System", "String", module, platform)) { Parameters = { new(types.String), new(types.String) } });
        code.Emit(OpCodes.Pop);
        code.Append(end);
        code.Emit(OpCodes.Ret);
        function.DebugInformation.SequencePoints.Add(
            new SequencePoint(function.Body.Instructions[0], new Document("Sample.cs")) { StartLine = 1, StartColumn = 1, EndLine = 1, EndColumn = 2 });
        function.DebugInformation.Scope = new ScopeDebugInformation(function.Body.Instructions[0], end) { Variables = { new(function.Body.Variables[0], "row") } };
        return function;
    }
}
