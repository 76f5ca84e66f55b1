using System.Runtime.CompilerServices;

namespace Refrain.TestSupport;

/// <summary>Keeps what tests store by default out of the user's own cache folder.</summary>
internal static class OwnCacheFolder
{
    [ModuleInitializer]
    internal static void Set()
    {
        var folder = Directory.CreateTempSubdirectory("refrain-tests-").FullName;
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
