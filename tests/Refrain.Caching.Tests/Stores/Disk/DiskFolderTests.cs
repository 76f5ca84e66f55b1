using System.Diagnostics;
using Refrain.Caching.Stores.Disk;

namespace Refrain.Caching.Tests.Stores.Disk;

public sealed class DiskFolderTests : IDisposable
{
    private readonly DiskWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void The_folder_and_all_in_it_are_for_the_user_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var function = _world.Open();
        function.Write(1, _world.Content("a"));
        function.Remove(DiskWorld.Key(2));
        var all = Directory.GetFileSystemEntries(_world.Root, "*", SearchOption.AllDirectories).Append(_world.Root).ToArray();
        Assert.Equal(6, all.Length);
        foreach (var path in all)
        {
            var execute = Directory.Exists(path) ? UnixFileMode.UserExecute : UnixFileMode.None;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | execute, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_link_is_refused()
    {
        var target = Directory.CreateDirectory(_world.Root + "x");
        Directory.CreateSymbolicLink(_world.Root, target.FullName);
        AssertRefused("is a link to another");
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_folder_that_others_can_write_is_refused(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_world.Root);
        File.SetUnixFileMode(_world.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | others);
        AssertRefused("can be written by other users");
    }

    [Fact]
    public void A_folder_of_another_user_is_refused()
    {
        Directory.CreateDirectory(_world.Root);
        AssertRefused("belongs to another user", new StepFiles((_, _) => { }) { IsOwner = false });
    }

    [Fact]
    public void Whose_a_folder_is_is_asked_of_the_system()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_world.Root);
        Assert.True(UnixOwner.IsUs(_world.Root));
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.False(UnixOwner.IsUs("/"));
            return;
        }

        Process.Start("chown", ["65534", _world.Root]).WaitForExit();
        Assert.Equal(!OperatingSystem.IsLinux(), UnixOwner.IsUs(_world.Root));
    }

    [Fact]
    public void A_file_in_the_folders_place_is_refused()
    {
        File.WriteAllText(_world.Root, "");
        Assert.Null(DiskStorage.TryOpen(_world.Root, _world.Time, _world.Log));
        Assert.StartsWith($"Nothing is kept on disk: the folder '{_world.Root}' cannot be made or read (", Assert.Single(_world.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        var files = new StepFiles((_, _) => throw new UnauthorizedAccessException("no"));
        AssertRefused("cannot be made or read (no)", files);
        Assert.False(Directory.Exists(_world.Root));
    }

    [Theory]
    [InlineData("sales", "sales")]
    [InlineData("../../etc", ".._.._etc")]
    [InlineData("a:b*c\n", "a_b_c_")]
    [InlineData("..", "app")]
    [InlineData("", "app")]
    public void The_default_is_the_platforms_cache_folder_and_the_apps_name(string app, string name)
    {
        var variables = new Dictionary<string, string?> { ["HOME"] = "/home/ada", ["LOCALAPPDATA"] = @"C:\Users\ada\AppData\Local" };
        var caches = OperatingSystem.IsWindows() ? @"C:\Users\ada\AppData\Local" : OperatingSystem.IsMacOS() ? "/home/ada/Library/Caches" : "/home/ada/.cache";
        Assert.Equal(Path.Combine(caches, name), DiskFolder.Default(app, variables.GetValueOrDefault));
    }

    [Fact]
    public void On_Linux_the_cache_folder_may_be_named_by_an_absolute_path()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Assert.Equal("/var/c/sales", DiskFolder.Default("sales", name => name == "XDG_CACHE_HOME" ? "/var/c" : "/home/ada"));
        Assert.Equal("/home/ada/.cache/sales", DiskFolder.Default("sales", name => name == "XDG_CACHE_HOME" ? "c" : "/home/ada"));
        Assert.Equal("/home/ada/.cache/sales", DiskFolder.Default("sales", name => name == "XDG_CACHE_HOME" ? "" : "/home/ada"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    public void A_user_without_a_folder_has_no_default(string? home) => Assert.Null(DiskFolder.Default("sales", _ => home));

    private void AssertRefused(string reason, FileSystem? files = null)
    {
        Assert.Null(DiskStorage.TryOpen(_world.Root, _world.Time, _world.Log, files));
        Assert.Equal([$"Nothing is kept on disk: the folder '{_world.Root}' {reason}."], _world.Log.Lines);
    }
}
