using System.Linq;
using System.Threading;
using Microsoft.Build.Framework;
using Refrain.Weaver.Warming;

namespace Refrain.Weaver;

/// <summary>Lets the runtime compile the weaver while the build waits for the compiler: most of the time of a first weaving goes into that.</summary>
public sealed class WarmTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The assemblies that the project is compiled against.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        string[] references = [.. References.Select(r => r.ItemSpec)];
        new Thread(() => WarmUp.Run(references)) { IsBackground = true, Name = "Refrain warms its weaver" }.Start();
        return true;
    }
}
