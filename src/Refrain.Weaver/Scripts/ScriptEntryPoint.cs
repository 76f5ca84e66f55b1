using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Refrain.Weaver.Checks;
using Refrain.Weaver.Reading;
using Refrain.Weaver.Weaving;

namespace Refrain.Weaver.Scripts;

/// <summary>Makes a script a program that serves itself: its own entry point moves aside, and a new one starts the server on it.</summary>
internal sealed class ScriptEntryPoint
{
    private const string Server = "Refrain.Server";

    private const string Name = "<Page>$";

    private readonly ModuleDefinition _module;
    private readonly MethodDefinition _script;
    private readonly AssemblyNameReference _server;

    private ScriptEntryPoint(ModuleDefinition module, MethodDefinition script, AssemblyNameReference server)
    {
        _module = module;
        _script = script;
        _server = server;
    }

    /// <summary>What there is to do for the mode; <see langword="null"/> for nothing.</summary>
    internal static ScriptEntryPoint? Plan(ModuleDefinition module, ReferenceResolver references, ScriptMode mode, List<WeaveDiagnostic> errors)
    {
        if (mode == ScriptMode.Never || module.EntryPoint?.Name == Name)
            return null;
        var server = ServerOf(module, references);
        var script = module.EntryPoint is { } entryPoint ? ScriptOf(entryPoint) : null;
        if (server is not null && script is not null)
            return mode == ScriptMode.Always || !StartsAnApplication(script) ? new ScriptEntryPoint(module, script, server) : null;
        if (mode == ScriptMode.Always)
            errors.Add(script is null ? WeaveErrors.NoEntryPoint(module.Assembly.Name.Name) : WeaveErrors.NoServer(module.Assembly.Name.Name));
        return null;
    }

    internal void Install()
    {
        var system = _module.TypeSystem;
        var platform = Contract.PlatformOf(_module);
        var run = new MethodReference("Run", system.Int32, new TypeReference("Refrain.CompilerServices", "ScriptProgram", _module, _server));
        run.Parameters.Add(new ParameterDefinition(new ArrayType(system.String)));
        run.Parameters.Add(new ParameterDefinition(new TypeReference("System", "RuntimeMethodHandle", _module, platform, valueType: true)));
        run.Parameters.Add(new ParameterDefinition(system.String));
        if (!_module.AssemblyReferences.Contains(_server))
            _module.AssemblyReferences.Add(_server);

        var entryPoint = new MethodDefinition(
            Name, MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig, system.Int32);
        entryPoint.Parameters.Add(new ParameterDefinition("args", ParameterAttributes.None, new ArrayType(system.String)));
        var il = entryPoint.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldtoken, _script);
        il.Emit(OpCodes.Ldstr, SourcePlaces.Of(_script)?.Document.Url ?? "");
        il.Emit(OpCodes.Call, run);
        il.Emit(OpCodes.Ret);
        _script.DeclaringType.Methods.Add(entryPoint);
        _module.EntryPoint = entryPoint;
    }

    /// <summary>The user's own entry point: an asynchronous one stands behind a method of the compiler's that waits for it.</summary>
    private static MethodDefinition ScriptOf(MethodDefinition entryPoint)
    {
        if (entryPoint.Name != "<Main>")
            return entryPoint;
        return entryPoint.Body.Instructions
            .Select(i => i.Operand)
            .OfType<MethodDefinition>()
            .First(m => m.DeclaringType == entryPoint.DeclaringType);
    }

    private static AssemblyNameReference? ServerOf(ModuleDefinition module, ReferenceResolver references)
    {
        // The compiler leaves out references to assemblies of which nothing is used, and a script may use none of the server's.
        if (module.AssemblyReferences.FirstOrDefault(r => r.Name == Server) is { } reference)
            return reference;
        return references.Find(Server) is { } server ? new AssemblyNameReference(Server, server.Name.Version) : null;
    }

    /// <summary>Whether the program sets up a web application by itself and mounts its pages there.</summary>
    private static bool StartsAnApplication(MethodDefinition script) => SourcePlaces.Code(script)
        .SelectMany(m => m.Body.Instructions)
        .Select(i => i.Operand)
        .OfType<MethodReference>()
        .Any(m => m.Name == "MapRefrain" || m.DeclaringType.FullName.StartsWith("Microsoft.AspNetCore.Builder.WebApplication", StringComparison.Ordinal));
}
