using System;
using System.IO;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Refrain.Weaver.Checks;

namespace Refrain.Weaver.Reading;

/// <summary>A module in memory with its symbols, written back in the form in which it was read.</summary>
internal sealed class ModuleImage : IDisposable
{
    private readonly MemoryStream _assembly;
    private readonly Stream? _symbols;
    private bool _hasSymbolFile;

    internal ModuleImage(WeaveRequest request, ReferenceResolver references)
    {
        _assembly = new MemoryStream();
        request.Assembly.CopyTo(_assembly);
        _assembly.Position = 0;
        _symbols = request.Symbols;
        Module = ModuleDefinition.ReadModule(_assembly, new ReaderParameters { AssemblyResolver = references });
    }

    internal ModuleDefinition Module { get; }

    /// <summary>Reads the symbols that the module says it has; a file that lies beside it from an earlier build is not taken for them.</summary>
    /// <returns>Why they cannot be read; <see langword="null"/> when they could, or there are none.</returns>
    internal WeaveDiagnostic? ReadSymbols()
    {
        if (Has(ImageDebugType.EmbeddedPortablePdb))
        {
            Module.ReadSymbols(new EmbeddedPortablePdbReaderProvider().GetSymbolReader(Module, Module.Name));
            return null;
        }

        if (_symbols is null || !Has(ImageDebugType.CodeView))
            return null;
        if (!IsPortable(_symbols))
            return WeaveErrors.WindowsSymbols();
        Module.ReadSymbols(new PortablePdbReaderProvider().GetSymbolReader(Module, _symbols), throwIfSymbolsAreNotMaching: false);
        _hasSymbolFile = Module.HasSymbols;
        return _hasSymbolFile ? null : WeaveErrors.ForeignSymbols();
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

    private bool Has(ImageDebugType type) => Module.GetDebugHeader().Entries.Any(e => e.Directory.Type == type);

    private static bool IsPortable(Stream symbols)
    {
        var start = symbols.Position;
        var signature = new byte[4];
        var read = symbols.Read(signature, 0, signature.Length);
        symbols.Position = start;
        return read == signature.Length && Encoding.ASCII.GetString(signature) == "BSJB";
    }
}
