using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>Remembers what was read of each module for as long as the module lives.</summary>
/// <remarks>A scan refers only to its own module and to those that one references, so a table keyed by module holds no collectible
/// assembly. Whole fingerprints hang on the method asked for, which a constructed generic method may keep in
/// another assembly than its definition's.</remarks>
internal sealed class ScanCache
{
    private readonly ConditionalWeakTable<Module, ConcurrentDictionary<(UnitKind, int), Scan>> _scans = [];
    private readonly ConditionalWeakTable<IReadOnlyList<Assembly>, ConcurrentDictionary<Unit, Scan>> _overrides = [];
    private readonly ConditionalWeakTable<Module, ConcurrentDictionary<int, bool[]>> _callerInfo = [];
    private readonly ConditionalWeakTable<MethodBase, CodeFingerprint> _fingerprints = [];

    internal Scan Of(Unit unit, Func<Unit, Scan> read) =>
        _scans.GetOrCreateValue(unit.Module).GetOrAdd((unit.Kind, unit.Token), static (_, x) => x.read(x.unit), (unit, read));

    /// <summary>Of a unit that depends on where it is looked for.</summary>
    internal Scan Of(Unit unit, IReadOnlyList<Assembly> reach, Func<Unit, Scan> read) =>
        _overrides.GetOrCreateValue(reach).GetOrAdd(unit, read);

    internal bool[] CallerInfo(MethodBase method, Func<MethodBase, bool[]> read) =>
        _callerInfo.GetOrCreateValue(method.Module).GetOrAdd(method.MetadataToken, static (_, x) => x.read(x.method), (method, read));

    internal CodeFingerprint Fingerprint(MethodBase root, ConditionalWeakTable<MethodBase, CodeFingerprint>.CreateValueCallback compute) =>
        _fingerprints.GetValue(root, compute);
}
