namespace Refrain.Frames.Tests.Docs;

/// <summary>A test of code that the documents show. It runs in a folder that has the files it reads.</summary>
[Collection(nameof(WorkingDirectory))]
public abstract class DocumentTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before = Environment.CurrentDirectory;

    protected DocumentTest()
    {
        Scene.LayOut(_folder);
        Environment.CurrentDirectory = _folder.Path;
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
