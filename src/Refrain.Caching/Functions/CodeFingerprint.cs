using System.Collections.Immutable;
using System.Reflection;
using Refrain.Caching.Functions.Fingerprints;

namespace Refrain.Caching.Functions;

/// <summary>What a function's code is, by what it runs.</summary>
/// <remarks>
/// Comments, formatting, order, names of local variables and edits elsewhere change nothing; a change of anything the function runs, of a
/// static readonly value it reads or of a type it mentions does. Code is read in Debug and in Release builds as it stands, so the two differ.
/// </remarks>
/// <param name="Digest">SHA-256 over everything the function reaches, in hexadecimal; the same in every process.</param>
/// <param name="Parts">The digest of each method, type, static value and package that took part, by the name people know it by, so that a
/// change can be named.</param>
internal sealed record CodeFingerprint(string Digest, ImmutableSortedDictionary<string, string> Parts)
{
    /// <summary>Fingerprints the body of a cached function, and everything of the user's projects it reaches.</summary>
    /// <param name="body">The method: a woven body, its wrapper, or a lambda's.</param>
    internal static CodeFingerprint Of(MethodBase body) => Of(body, UserCode.Default);

    /// <summary>The same, with another rule for what the user's code is.</summary>
    internal static CodeFingerprint Of(MethodBase body, UserCode user) =>
        user.Scans.Fingerprint(body, method => Walk.Fingerprint(user, method));

    /// <summary>The names of the parts that differ, for example <c>Parse</c>.</summary>
    internal IEnumerable<string> ChangedSince(CodeFingerprint older) =>
        Parts.Keys.Union(older.Parts.Keys)
            .Where(name => Parts.GetValueOrDefault(name) != older.Parts.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);
}
