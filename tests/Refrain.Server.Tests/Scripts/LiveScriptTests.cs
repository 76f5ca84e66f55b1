using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Refrain.Scripts;

namespace Refrain.Server.Tests.Scripts;

[Trait("row", "A3")]
public sealed class LiveScriptTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Saving_the_file_moves_to_the_new_text()
    {
        await using var script = Watch("""AppContext.SetData("refrain-live-1", "old");""");
        await script.RunAsync();
        Assert.Equal("old", AppContext.GetData("refrain-live-1"));

        var changed = NextChange(script);
        _folder.Write("app.cs", """AppContext.SetData("refrain-live-1", "new");""");
        Assert.Empty((await changed).Errors);

        await script.RunAsync();
        Assert.Equal("new", AppContext.GetData("refrain-live-1"));
    }

    [Fact]
    public async Task An_editor_that_writes_another_file_and_renames_it_is_noticed()
    {
        await using var script = Watch("""AppContext.SetData("refrain-live-2", "old");""");
        await script.GetAsync();

        var changed = NextChange(script);
        File.Move(_folder.Write(".app.cs.swp", """AppContext.SetData("refrain-live-2", "new");"""), _folder["app.cs"], overwrite: true);
        await changed;

        await script.RunAsync();
        Assert.Equal("new", AppContext.GetData("refrain-live-2"));
    }

    [Fact]
    public async Task A_save_that_does_not_compile_keeps_the_old_version_and_says_why()
    {
        await using var script = Watch("""AppContext.SetData("refrain-live-3", "old");""");
        await script.GetAsync();

        var changed = NextChange(script);
        _folder.Write("app.cs", "this is no program");
        var state = await changed;

        Assert.NotEmpty(state.Errors);
        Assert.NotNull(state.Script);
        await script.RunAsync();
        Assert.Equal("old", AppContext.GetData("refrain-live-3"));

        var mended = NextChange(script);
        _folder.Write("app.cs", """AppContext.SetData("refrain-live-3", "mended");""");
        Assert.Empty((await mended).Errors);
        await script.RunAsync();
        Assert.Equal("mended", AppContext.GetData("refrain-live-3"));
    }

    [Fact]
    public async Task A_first_text_that_does_not_compile_has_errors_and_nothing_to_run()
    {
        await using var script = Watch("Ui.Nothing();");

        var state = await script.GetAsync();

        Assert.Null(state.Script);
        Assert.Equal("CS0117", Assert.Single(state.Errors).Id);
    }

    [Fact]
    public async Task A_file_that_vanishes_keeps_serving_and_comes_back()
    {
        await using var script = Watch("""AppContext.SetData("refrain-live-4", "there");""");
        await script.GetAsync();

        File.Delete(_folder["app.cs"]);
        var gone = await script.CompileAsync();
        Assert.Equal("RFN0613", Assert.Single(gone.Errors).Id);
        await script.RunAsync();
        Assert.Equal("there", AppContext.GetData("refrain-live-4"));

        _folder.Write("app.cs", """AppContext.SetData("refrain-live-4", "there");""");
        Assert.Empty((await script.CompileAsync()).Errors);
    }

    [Fact]
    public async Task A_version_that_is_replaced_ends_its_runs_first_and_is_then_unloaded()
    {
        var path = _folder.Write("app.cs", """
            var gate = (TaskCompletionSource)AppContext.GetData("refrain-live-5")!;
            await gate.Task;
            """);
        await using var script = new LiveScript(new LiveScriptOptions { Path = path, Name = "unloads" }, NullLogger.Instance);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AppContext.SetData("refrain-live-5", gate);
        var (running, assembly) = await StartAsync(script);

        _folder.Write("app.cs", "await Task.Yield();");
        await script.CompileAsync();
        Assert.False(running.IsCompleted);
        Assert.True(assembly.IsAlive);

        gate.SetResult();
        await running;
        AppContext.SetData("refrain-live-5", null);
        running = null;
        for (var i = 0; i < 20 && assembly.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(assembly.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(Task Running, WeakReference Context)> StartAsync(LiveScript script)
    {
        var state = await script.GetAsync();
        var context = new WeakReference(System.Runtime.Loader.AssemblyLoadContext.All.Last(one => one.Name == script.Name && one.IsCollectible));
        return (state.Script!.TryRunAsync([]), context);
    }

    private static Task<ScriptState> NextChange(LiveScript script)
    {
        var changed = new TaskCompletionSource<ScriptState>(TaskCreationOptions.RunContinuationsAsynchronously);
        script.Changed += change => changed.TrySetResult(change.State);
        return changed.Task.WaitAsync(Patience);
    }

    private LiveScript Watch(string text) =>
        new(new LiveScriptOptions { Path = _folder.Write("app.cs", text), Watch = true }, NullLogger.Instance);
}
