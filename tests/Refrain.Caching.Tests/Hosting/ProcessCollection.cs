namespace Refrain.Caching.Tests.Hosting;

/// <summary>Tests of what a whole process has: they run when no other test does, so that no other host is there.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    internal const string Name = "The process";
}
