using System;
using System.IO;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Reading;

/// <summary>A module in memory with its symbols, written back in the form in which it was read.</summary>
internal sealed class ModuleImage : IDisposable
{
    private readonly MemoryStream _assembly;
    private readonly bool _hasSymbolFile;

    private ModuleImage(MemoryStream assembly, ModuleDefinition module, bool hasSymbolFile)
    {
        _assembly = assembly;
        _hasSymbolFile = hasSymbolFile;
        Module = module;
    }

    internal ModuleDefinition Module { get; }

    /// <summary>Reads the module; <see langword="null"/> when the symbols are those of another.</summary>
    internal static ModuleImage? TryRead(WeaveRequest request, ReferenceResolver references)
    {
        var assembly = new MemoryStream();
        request.Assembly.CopyTo(assembly);
        assembly.Position = 0;
        var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { AssemblyResolver = references });
        if (request.Symbols is not null)
        {
            module.ReadSymbols(new PortablePdbReaderProvider().GetSymbolReader(module, request.Symbols), throwIfSymbolsAreNotMaching: false);
            if (!module.HasSymbols)
            {
                module.Dispose();
                return null;
            }
        }
        else if (HasEmbeddedSymbols(module))
            module.ReadSymbols(new EmbeddedPortablePdbReaderProvider().GetSymbolReader(module, module.FileName));
        return new ModuleImage(assembly, module, request.Symbols is not null);
    }

    internal (byte[] Assembly, byte[]? Symbols) Write()
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var parameters = new WriterParameters { DeterministicMvid = true };
        if (_hasSymbolFile)
        {
            parameters.SymbolStream = symbols;
            parameters.SymbolWriterProvider = new PortablePdbWriterProvider();
        }
        else if (Module.HasSymbols)
        {
            parameters.SymbolWriterProvider = new EmbeddedSymbolWriterProvider();
        }

        Module.Write(assembly, parameters);
        return (assembly.ToArray(), _hasSymbolFile ? symbols.ToArray() : null);
    }

    public void Dispose()
    {
        Module.Dispose();
        _assembly.Dispose();
    }

    private static bool HasEmbeddedSymbols(ModuleDefinition module)
    {
        foreach (var entry in module.GetDebugHeader().Entries)
        {
            if (entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb)
                return true;
        }

        return false;
    }
}
