namespace Refrain.Caching.Functions.Fingerprints;

/// <summary>What one unit says by itself, and the units it refers to.</summary>
/// <remarks>The digest names its references only by their order of first mention, so it does not depend on what numbers the compiler gave
/// to lambdas and closures. Who is meant is the walk's to say.</remarks>
/// <param name="Digest">SHA-256 over the unit's own content.</param>
/// <param name="References">The distinct units it refers to, in order of first mention.</param>
/// <param name="IsReadable">False where the code could not be read and its module's version stands for it.</param>
internal sealed record Scan(byte[] Digest, Unit[] References, bool IsReadable = true);
