using System;
using System.Collections.Generic;

namespace Refrain.Weaver.Warming;

/// <summary>Has the runtime compile the weaver, by weaving something small.</summary>
internal static class WarmUp
{
    /// <param name="referencePaths">The files of the assemblies that the project is compiled against.</param>
    internal static void Run(IReadOnlyList<string> referencePaths)
    {
        try
        {
            AssemblyWeaver.Weave(SampleAssembly.Make(referencePaths));
        }
        catch (Exception)
        {
            // What is wrong with the references is said by the weaving itself, of the user's own code.
        }
    }
}
