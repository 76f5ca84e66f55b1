using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Refrain.Weaver.Checks;
using Refrain.Weaver.Reading;
using Refrain.Weaver.Scripts;
using Refrain.Weaver.Weaving;

namespace Refrain.Weaver;

/// <summary>Makes every call of an attributed method go through the cache.</summary>
/// <remarks>Weaving an assembly twice changes nothing the second time, and the same input always gives the same output.</remarks>
public static class AssemblyWeaver
{
    /// <summary>Weaves an assembly in memory.</summary>
    /// <param name="request">The assembly and how to weave it.</param>
    /// <exception cref="BadImageFormatException">It is not a .NET assembly.</exception>
    public static WeaveResult Weave(WeaveRequest request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        using var references = new ReferenceResolver(request.ReferencePaths);
        using var image = new ModuleImage(request, references);
        var contract = Contract.Of(image.Module);
        if (contract is { IsWoven: true })
            return Unchanged([]);

        var errors = new List<WeaveDiagnostic>();
        var functions = contract is null ? [] : AttributedMethods.Of(image.Module);
        if (functions.Count == 0 && request.Script == ScriptMode.Never)
            return Unchanged([]);

        // Before anyone looks at a method's code: Cecil reads a method's symbols together with it, or never.
        if (image.ReadSymbols() is { } unreadable)
            return Unchanged([unreadable]);
        errors.AddRange(functions.Select(FunctionCheck.Refuse).OfType<WeaveDiagnostic>());
        var script = ScriptEntryPoint.Plan(image.Module, references, request.Script, errors);
        if (errors.Count > 0 || (functions.Count == 0 && script is null))
            return Unchanged(errors);

        if (functions.Count > 0)
        {
            FunctionWeaver.Weave(contract!, functions);
            contract!.MarkWoven();
        }

        script?.Install();
        var (assembly, symbols) = image.Write();
        return new WeaveResult(true, [], assembly, symbols);
    }

    /// <summary>Weaves an assembly file, and the symbol file beside it, in place.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="referencePaths">The files of the assemblies it was compiled against.</param>
    /// <param name="script">Whether the program is made to serve itself as a page.</param>
    public static WeaveResult WeaveFile(string path, IReadOnlyList<string> referencePaths, ScriptMode script = ScriptMode.Never)
    {
        var symbolPath = Path.ChangeExtension(path, ".pdb");
        WeaveResult result;
        using (var assembly = new MemoryStream(File.ReadAllBytes(path)))
        using (var symbols = File.Exists(symbolPath) ? new MemoryStream(File.ReadAllBytes(symbolPath)) : null)
            result = Weave(new WeaveRequest(assembly, symbols) { ReferencePaths = referencePaths, Script = script });
        if (!result.Changed)
            return result;

        // Symbols first: an assembly whose symbols are those of its unwoven self would be taken for finished by the next build.
        if (result.Symbols is not null)
            Replace(symbolPath, result.Symbols);
        Replace(path, result.Assembly);
        return result;
    }

    private static WeaveResult Unchanged(IReadOnlyList<WeaveDiagnostic> diagnostics) => new(false, diagnostics, [], null);

    private static void Replace(string path, byte[] content)
    {
        var temporary = path + ".woven";
        File.WriteAllBytes(temporary, content);
        File.Delete(path);
        File.Move(temporary, path);
    }
}
