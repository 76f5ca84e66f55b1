using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Refrain.Caching.Functions.Fingerprints;

// Note [Identity without numbers]
// Lambdas, local functions, closures and state machines have no name that survives an edit elsewhere: the compiler numbers them in the order
// of the file. So a unit's own digest names what it refers to only by the order in which it mentions it, and the walk numbers all units in
// the order in which they are first reached from the function. That order follows from what the code says, not from where it stands, so
// two compilations give the same numbers exactly if they reach the same graph. The digest of the whole is taken over every unit's own digest and
// the numbers of its references, in that order; recursion is just an edge back.
// The same goes for the fields of closures: they count by the order in which the code touches them, so a captured variable may be renamed.
// A function that itself stands in a closure is the exception: the variables captured before it began are in its key by name.

/// <summary>Walks from a function to everything of the user's that it can run, and digests it.</summary>
internal sealed class Walk
{
    private readonly record struct Step(string? Part, Scan Scan);

    private readonly UserCode _user;
    private readonly IReadOnlyList<Assembly> _reach;
    private readonly PartNames _names;
    private readonly HashSet<Type> _givenClosures;
    private readonly Dictionary<Unit, int> _numbers = [];
    private readonly Dictionary<Type, List<int>> _closureFields = [];
    private readonly List<Step> _steps = [];
    private readonly SortedDictionary<string, List<byte[]>> _parts = new(StringComparer.Ordinal);

    private Walk(UserCode user, MethodBase root)
    {
        _user = user;
        _reach = user.ReachOf(root.Module.Assembly);
        _names = new(PartNames.HomeOf(root));
        _givenClosures = GivenClosures(root.DeclaringType);
    }

    /// <summary>Fingerprints a method, with the type arguments it was given.</summary>
    internal static CodeFingerprint Fingerprint(UserCode user, MethodBase method)
    {
        if (method.Module.Assembly.IsDynamic)
            return Single(method.Name, method.ToString()!);
        try
        {
            return Follow(user, method);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Not even its surroundings can be read. A fingerprint may change too often, but must not fail.
            return Single(PartNames.Unreadable, $"{method.Module.ModuleVersionId} {method.MetadataToken}");
        }
    }

    private static CodeFingerprint Follow(UserCode user, MethodBase method)
    {
        var definition = MemberNames.Definition(method);
        var walk = new Walk(user, definition);
        walk.Reach(Unit.Runtime, null);
        walk.Reach(Unit.Method(definition), "");
        walk._steps.Add(new(null, UnitScanner.TypeArguments(user, method)));
        return walk.ToFingerprint();
    }

    /// <summary>The closures that are there before the function begins: its own, and those that one holds.</summary>
    private static HashSet<Type> GivenClosures(Type? start)
    {
        var given = new HashSet<Type>();
        var waiting = new Stack<Type?>([start]);
        while (waiting.TryPop(out var type))
        {
            var definition = type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
            if (MadeName.Of(definition) != MadeType.Closure || !given.Add(definition!))
                continue;
            foreach (var field in definition!.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                waiting.Push(field.FieldType);
        }

        return given;
    }

    private static CodeFingerprint Single(string part, string content)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return new(digest, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(part, digest));
    }

    private CodeFingerprint ToFingerprint()
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var edges = new List<int>();

        // The list grows while it is walked.
        for (var i = 0; i < _steps.Count; i++)
        {
            var (part, scan) = _steps[i];
            edges.Clear();
            var content = Digest(part, scan, edges);
            whole.AppendData(content);
            whole.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(edges)));
            if (!scan.IsReadable)
                Add(PartNames.Unreadable, content);
            else if (part is not null)
                Add(part, content);
        }

        return new(
            Convert.ToHexStringLower(whole.GetHashAndReset()),
            _parts.ToImmutableSortedDictionary(p => p.Key, p => Together(p.Value), StringComparer.Ordinal));
    }

    private static string Together(List<byte[]> contents) => Convert.ToHexStringLower(SHA256.HashData(contents.SelectMany(b => b).ToArray()));

    /// <summary>What a unit says, with the places of the closure fields it touches; fills in the numbers of the units it refers to.</summary>
    private byte[] Digest(string? part, Scan scan, List<int> edges)
    {
        byte[]? content = null;
        foreach (var reference in scan.References)
        {
            if (reference.Kind == UnitKind.ClosureField)
                content = SHA256.HashData([.. content ?? scan.Digest, .. Place(reference)]);
            else
                edges.Add(Reach(reference, part));
        }

        return content ?? scan.Digest;
    }

    private int Reach(Unit unit, string? referrer)
    {
        if (_numbers.TryGetValue(unit, out var number))
            return number;
        number = _numbers.Count;
        _numbers.Add(unit, number);
        var scan = UnitScanner.Scan(_user, unit, _reach);
        _steps.Add(new(_names.Of(unit, referrer), scan));
        return number;
    }

    private byte[] Place(Unit unit)
    {
        var field = unit.AsField();
        var owner = field.DeclaringType!;
        if (_givenClosures.Contains(owner) && field.Name.AsSpan().IndexOfAny('<', '$') < 0)
            return Encoding.Unicode.GetBytes(field.Name);
        if (!_closureFields.TryGetValue(owner, out var touched))
            _closureFields.Add(owner, touched = []);
        var place = touched.IndexOf(unit.Token);
        if (place < 0)
        {
            place = touched.Count;
            touched.Add(unit.Token);
        }

        return BitConverter.GetBytes(place);
    }

    private void Add(string part, byte[] content)
    {
        if (!_parts.TryGetValue(part, out var contents))
            _parts.Add(part, contents = []);
        contents.Add(content);
    }
}
