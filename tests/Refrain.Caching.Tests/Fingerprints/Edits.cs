using Microsoft.CodeAnalysis;
using Refrain.Caching.Functions;

namespace Refrain.Caching.Tests.Fingerprints;

/// <summary>Compiles a source before and after an edit, in Debug and in Release, and compares the fingerprints of one function.</summary>
internal static class Edits
{
    private static readonly OptimizationLevel[] Builds = [OptimizationLevel.Debug, OptimizationLevel.Release];

    /// <summary>Asserts that the fingerprint is the same, but for the names of some parts.</summary>
    internal static void ChangeNothing(string function, string before, string after, params string[] renamed)
    {
        Assert.NotEqual(before, after);
        foreach (var build in Builds)
        {
            var (older, newer) = Fingerprints(function, before, after, build);
            Assert.Equal(renamed, newer.ChangedSince(older));
            Assert.Equal(older.Digest, newer.Digest);
        }
    }

    /// <summary>Asserts that the fingerprint differs and that exactly these parts are named.</summary>
    internal static void Change(string function, string before, string after, params string[] parts)
    {
        Assert.NotEqual(before, after);
        foreach (var build in Builds)
        {
            var (older, newer) = Fingerprints(function, before, after, build);
            Assert.Equal(parts, newer.ChangedSince(older));
            Assert.NotEqual(older.Digest, newer.Digest);
        }
    }

    private static (CodeFingerprint Older, CodeFingerprint Newer) Fingerprints(string function, string before, string after, OptimizationLevel build)
    {
        using var older = CompiledCode.Load(before, build);
        using var newer = CompiledCode.Load(after, build);
        return (older.Fingerprint(function), newer.Fingerprint(function));
    }
}
