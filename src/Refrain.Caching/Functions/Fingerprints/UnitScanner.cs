using System.Reflection;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Reads units, each sort in its own way, and remembers what does not depend on who asks.</summary>
internal static class UnitScanner
{
    private static readonly Scan Nothing = new(new byte[32], []);

    /// <summary>Reads a unit.</summary>
    /// <param name="user">Whose code is followed.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="reach">Where overrides are looked for.</param>
    internal static Scan Scan(UserCode user, Unit unit, IReadOnlyList<Assembly> reach) => unit.Kind switch
    {
        UnitKind.Closure => Nothing,
        UnitKind.Runtime => Read(user, writer => writer.Number(Environment.Version.Major)),
        UnitKind.Library => Read(user, writer => Library(writer, (Assembly)unit.Home)),
        UnitKind.Overrides => user.Scans.Of(unit, reach, u => ReadOrGiveUp(user, u, writer => Overrides(writer, u.AsMethod(), reach))),
        _ => user.Scans.Of(unit, u => ReadOrGiveUp(user, u, writer => Content(writer, u))),
    };

    /// <summary>The type arguments a generic function was given.</summary>
    internal static Scan TypeArguments(UserCode user, MethodBase method) => Read(user, writer =>
    {
        writer.Types(method.DeclaringType is { IsConstructedGenericType: true } type ? type.GetGenericArguments() : []);
        writer.Types(method.IsConstructedGenericMethod ? method.GetGenericArguments() : []);
    });

    private static Scan ReadOrGiveUp(UserCode user, Unit unit, Action<ScanWriter> write)
    {
        try
        {
            return Read(user, write);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Code from a tool we do not know, or that names what is not there. A fingerprint may change too often, but must not fail:
            // the version of the whole module stands for this unit.
            var unreadable = Read(user, writer =>
            {
                writer.Bytes(unit.Module.ModuleVersionId.ToByteArray());
                writer.Number(unit.Token);
            });
            return unreadable with { IsReadable = false };
        }
    }

    private static void Content(ScanWriter writer, Unit unit)
    {
        switch (unit.Kind)
        {
            case UnitKind.Method:
                MethodScanner.Scan(writer, unit.AsMethod());
                break;
            case UnitKind.StaticField:
                MethodScanner.ScanInitialValue(writer, unit.AsField());
                break;
            case UnitKind.Shape:
                ShapeScanner.Scan(writer, unit.AsType());
                break;
            case UnitKind.StateMachine:
                // The rest of it follows from the way the compiler builds such types.
                writer.Refer(Unit.Method(unit.AsType().GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!));
                break;
            default:
                throw new InvalidOperationException($"A {unit.Kind} has no content of its own.");
        }
    }

    /// <summary>What a virtual method may turn out to be, among the assemblies that the function reaches.</summary>
    private static void Overrides(ScanWriter writer, MethodBase method, IReadOnlyList<Assembly> reach)
    {
        foreach (var candidate in Fingerprints.Overrides.Of(method, reach))
            writer.Refer(Unit.Method(candidate));
    }

    private static void Library(ScanWriter writer, Assembly assembly)
    {
        writer.Text(assembly.GetName().Name);
        writer.Bytes(assembly.ManifestModule.ModuleVersionId.ToByteArray());
    }

    private static Scan Read(UserCode user, Action<ScanWriter> write)
    {
        var writer = new ScanWriter(user);
        write(writer);
        return writer.ToScan();
    }
}
