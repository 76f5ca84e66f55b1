namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs for <c>init</c> and records, which this target framework lacks.</summary>
internal static class IsExternalInit;
