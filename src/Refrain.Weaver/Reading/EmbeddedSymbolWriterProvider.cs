using System;
using System.IO;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Refrain.Weaver.Reading;

/// <summary>Embeds symbols in a module that is written to memory: Cecil's own provider insists on a file name, which it does not use.</summary>
internal sealed class EmbeddedSymbolWriterProvider : ISymbolWriterProvider
{
    private readonly EmbeddedPortablePdbWriterProvider _provider = new();

    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, string fileName) => _provider.GetSymbolWriter(module, module.Name);

    public ISymbolWriter GetSymbolWriter(ModuleDefinition module, Stream symbolStream) => throw new NotSupportedException();
}
