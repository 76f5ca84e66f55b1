using Microsoft.Extensions.DependencyInjection;
using Refrain.Cli;
using Refrain.Cli.Caches;

namespace Refrain.Server.Tests.Cli;

public sealed class DiskCachesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_apps_keep_on_disk_is_shown_and_cleared()
    {
        await using (var services = new ServiceCollection().AddRefrainCaching(options => options.Folder = _folder["shop"]).BuildServiceProvider())
        using (services.GetRequiredService<ICache>().Hold())
            Assert.Equal(5, Kept(2) + Kept(3));

        Assert.Matches($"^No server that you started here answers\\.\n{_folder.Path}\n  shop: 2 entries, [0-9]+ B\n$", await SaidAsync("show"));
        Assert.Equal($"{_folder["shop"]}: 2 entries cleared\n", await SaidAsync("clear", "disk"));
        Assert.EndsWith("\n  shop: 0 entries, 0 B\n", await SaidAsync("show"), StringComparison.Ordinal);

        [CacheData(Persist = Persist.Disk)]
        static int Kept(int number) => number;
    }

    [Fact]
    public async Task What_functions_of_a_name_or_a_tag_keep_on_disk_is_cleared()
    {
        await using (var services = new ServiceCollection().AddRefrainCaching(options => options.Folder = _folder["shop"]).BuildServiceProvider())
        using (services.GetRequiredService<ICache>().Hold())
            Assert.Equal(15, Named(1) + Named(2) + Generic<List<(int, int)>>(3) + Tagged(4) + Others(5));

        Assert.Equal($"{_folder["shop"]}: 2 entries cleared\n", await SaidAsync("clear", "disk", "--function", "Named"));
        Assert.Equal($"{_folder["shop"]}: 1 entry cleared\n", await SaidAsync("clear", "disk", "-f", "Generic"));
        Assert.Equal($"{_folder["shop"]}: 0 entries cleared\n", await SaidAsync("clear", "disk", "-f", "Main"));
        Assert.Equal($"{_folder["shop"]}: 1 entry cleared\n", await SaidAsync("clear", "all", "--tag", "sales & more"));
        Assert.Contains("\n  shop: 1 entry, ", await SaidAsync("show"), StringComparison.Ordinal);

        [CacheData(Persist = Persist.Disk)]
        static int Named(int number) => number;

        [CacheData(Persist = Persist.Disk)]
        static int Generic<T>(int number) => number;

        [CacheData(Persist = Persist.Disk, Tags = ["sales & more"])]
        static int Tagged(int number) => number;
    }

    [Theory]
    [InlineData("Either --function or --tag chooses what is cleared, not both.", "--function", "Load", "--tag", "sales")]
    [InlineData("--function and --tag choose data and resources alike. Leave them out, or say where: disk, all.", "data", "--function", "Load")]
    [InlineData("--function and --tag choose data and resources alike. Leave them out, or say where: disk, all.", "resources", "--tag", "sales")]
    public void What_contradicts_itself_is_refused(string why, params string[] what) =>
        Assert.Equal(why, Assert.Single(Refrain.Cli.Commands.CacheCommand.Create().Parse(["clear", .. what]).Errors).Message);

    [Fact]
    public void A_folder_that_others_can_write_is_not_cleared()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | UnixFileMode.OtherWrite);

        Assert.Equal(
            $"RFN0663: The folder '{_folder.Path}' is not used as a cache, since it can be written by other users.",
            Assert.Throws<UsageException>(() => DiskCaches.Clear(_folder.Path, ChosenFunctions.All)).Message);
    }

    [CacheData(Persist = Persist.Disk)]
    private static int Others(int number) => number;

    // Port 1 is no server's of this user.
    private async Task<string> SaidAsync(params string[] what)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await RefrainTool.RunAsync(["cache", .. what, "--folder", _folder.Path, "--port", "1"], output: output));
        return output.ToString().ReplaceLineEndings("\n");
    }
}
