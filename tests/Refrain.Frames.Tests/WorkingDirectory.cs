namespace Refrain.Frames.Tests;

/// <summary>Tests that change the working directory, which all tests of the process share.</summary>
[CollectionDefinition(nameof(WorkingDirectory), DisableParallelization = true)]
public sealed class WorkingDirectory;
