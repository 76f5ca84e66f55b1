namespace Refrain.EndToEnd.Serving;

/// <summary>A folder with one script, which a scenario edits.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("refrain-scenario-").FullName;

    internal ScriptFolder(string text)
    {
        Save(text);
    }

    internal string Script => Path.Combine(_path, "page.cs");

    /// <summary>Saves the script as an editor does that writes in place.</summary>
    internal void Save(string text) => File.WriteAllText(Script, text);

    internal string PathOf(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
