using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Refrain.CompilerServices;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Whose an assembly is.</summary>
internal enum Origin : byte
{
    /// <summary>Built from the user's projects or scripts: its code is followed.</summary>
    User,

    /// <summary>A package: its name and version stand for it.</summary>
    Library,

    /// <summary>Part of .NET: the major version stands for all of it.</summary>
    Runtime,
}

/// <summary>Decides which assemblies are the user's, and remembers what was read of them.</summary>
/// <remarks>
/// In this order: what lies in a shared framework's folder, or beside the core library and has its vendor's key, is the runtime. This
/// library and its siblings are packages. A woven assembly is the user's. What the app's <c>.deps.json</c> lists is the user's if it is
/// listed as a project. Anything else (a compiled script, a plug-in) is the user's unless it lies in an unpacked package. Assemblies
/// made by <c>Reflection.Emit</c> have no readable code and count as packages.
/// </remarks>
internal class UserCode
{
    /// <summary>The rule above.</summary>
    internal static UserCode Default { get; } = new();

    private static readonly HashSet<string> RuntimeKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "b77a5c561934e089", "b03f5f7f11d50a3a", "7cec85d7bea7798e", "cc7b13ffcd2ddd51",
    };

    private static readonly HashSet<string> OwnAssemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Refrain", "Refrain.Caching", "Refrain.Frames", "Refrain.Server", "Refrain.Testing", "Refrain.Postgres", "Refrain.Cli",
        "Refrain.Weaver",
    };

    private static readonly Lazy<IReadOnlyDictionary<string, bool>> Listed = new(DependencyList.OfThisApp);

    private readonly ConditionalWeakTable<Assembly, object> _origins = [];

    private readonly ConditionalWeakTable<Assembly, Assembly[]> _reach = [];

    /// <summary>What was read of each module; a collectible one takes it along when it goes.</summary>
    internal ScanCache Scans { get; } = new();

    /// <summary>Whether an assembly's code is followed.</summary>
    internal bool Includes(Assembly assembly) => OriginOf(assembly) == Origin.User;

    /// <summary>Whose an assembly is.</summary>
    internal Origin OriginOf(Assembly assembly) => (Origin)_origins.GetValue(assembly, a => Decide(a));

    /// <summary>The user's assemblies that an assembly's code can reach, itself first, then by name.</summary>
    /// <remarks>If the program's own assembly reaches this one, then what the program reaches belongs to it too: an override of a library
    /// project's method lives in the project above it. What merely happens to be loaded does not count, so that the answer does not depend
    /// on when it is asked.</remarks>
    internal IReadOnlyList<Assembly> ReachOf(Assembly assembly) => _reach.GetValue(assembly, a =>
    {
        var own = Closure(a);
        if (Assembly.GetEntryAssembly() is { } entry && entry != a && Includes(entry) && Closure(entry) is var program && program.Contains(a))
            own.UnionWith(program);
        return [.. own.OrderBy(x => x != a).ThenBy(x => x.FullName, StringComparer.Ordinal)];
    });

    /// <summary>The rule itself, for a test to replace.</summary>
    protected virtual Origin Decide(Assembly assembly)
    {
        var name = assembly.GetName();
        if (assembly.IsDynamic)
            return Origin.Library;
        if (IsRuntime(assembly, name))
            return Origin.Runtime;
        if (OwnAssemblies.Contains(name.Name!))
            return Origin.Library;
        if (assembly.IsDefined(typeof(WovenAttribute), false))
            return Origin.User;
        if (Listed.Value.TryGetValue(name.Name!, out var isProject))
            return isProject ? Origin.User : Origin.Library;
        return IsUnpackedPackage(Location(assembly)) ? Origin.Library : Origin.User;
    }

    private HashSet<Assembly> Closure(Assembly start)
    {
        var found = new HashSet<Assembly> { start };
        var waiting = new Queue<Assembly>(found);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var name in next.GetReferencedAssemblies())
            {
                if (!IsRuntime(name) && !IsPackage(name) && TryLoad(next, name, out var reference) && Includes(reference) && found.Add(reference))
                    waiting.Enqueue(reference);
            }
        }

        return found;
    }

    private static bool TryLoad(Assembly from, AssemblyName name, [NotNullWhen(true)] out Assembly? assembly)
    {
        try
        {
            assembly = (AssemblyLoadContext.GetLoadContext(from) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(name);
            return true;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            // Compiled against but not shipped: code that is never reached.
            assembly = null;
            return false;
        }
    }

    private static bool IsRuntime(Assembly assembly, AssemblyName name)
    {
        if (Path.GetDirectoryName(Location(assembly)) is not { Length: > 0 } folder)
            return IsRuntime(name);

        // <dotnet>/shared/<framework>/<version>/ with the framework's own list; or, self-contained, the folder of the core library.
        var isShared = Directory.GetParent(folder) is { Parent.Name: "shared", Name: var framework } &&
            File.Exists(Path.Combine(folder, framework + ".deps.json"));
        return isShared ||
            IsRuntime(name) && folder == Path.GetDirectoryName(Location(typeof(object).Assembly));
    }

    private static bool IsRuntime(AssemblyName name) =>
        name.GetPublicKeyToken() is { Length: > 0 } token && RuntimeKeys.Contains(Convert.ToHexString(token)) ||
        name is { Name: "netstandard" or "mscorlib" };

    /// <summary>Whether a reference need not even be loaded to see that it is not the user's.</summary>
    private static bool IsPackage(AssemblyName name) =>
        OwnAssemblies.Contains(name.Name!) || Listed.Value.TryGetValue(name.Name!, out var isProject) && !isProject;

    private static bool IsUnpackedPackage(string location)
    {
        // <id>/<version>/lib/<framework>/<id>.dll, with the package's own description beside lib.
        for (var folder = Path.GetDirectoryName(location); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, ".nupkg.metadata")))
                return true;
        }

        return false;
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty location means: not on disk.")]
    private static string Location(Assembly assembly) => assembly.IsDynamic ? "" : assembly.Location;
}
