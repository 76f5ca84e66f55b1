using System;
using System.Linq;
using Microsoft.Build.Framework;

namespace Refrain.Weaver;

/// <summary>Weaves an assembly in a build.</summary>
public sealed class WeaveTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly, woven in place together with the symbol file beside it.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The assemblies it was compiled against.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The name of a <see cref="ScriptMode"/>. Default: <c>Never</c>.</summary>
    public string Script { get; set; } = nameof(ScriptMode.Never);

    /// <inheritdoc/>
    public override bool Execute()
    {
        var script = (ScriptMode)Enum.Parse(typeof(ScriptMode), Script);
        var result = AssemblyWeaver.WeaveFile(Assembly, [.. References.Select(r => r.ItemSpec)], script);
        foreach (var error in result.Diagnostics)
            Log.LogError(null, error.Id, null, error.File, error.Line, error.Column, 0, 0, error.Message);
        if (result.Changed)
            Log.LogMessage(MessageImportance.Low, "Wove the cached functions of {0}.", Assembly);
        return !Log.HasLoggedErrors;
    }
}
