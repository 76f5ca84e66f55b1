using System.Net;
using System.Net.Sockets;
using Refrain.Cli.Doctor;

namespace Refrain.Server.Tests.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_SDK_is_found_by_the_command_that_lists_them()
    {
        Assert.StartsWith("ok    .NET SDK: 1", (await Checks.SdkAsync()).ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "FAIL  .NET SDK: there is no 'dotnet' on the path; scripts with #:package lines need it. Install version 10 from https://dotnet.microsoft.com/download",
            (await Checks.SdkAsync(_folder["none"])).ToString());
    }

    [Fact]
    public void A_taken_port_is_a_note()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal($"note  Port: {port} is taken by another program; pages get the next free one, or the one that --port names", Checks.Port(port).ToString());
    }

    [Fact]
    public void A_cache_folder_that_others_can_write_is_a_failure()
    {
        Assert.Equal($"ok    Cache folder: {_folder["cache"]}", Checks.CacheFolder(_folder["cache"]).ToString());
        if (OperatingSystem.IsWindows())
            return;

        File.SetUnixFileMode(_folder["cache"], File.GetUnixFileMode(_folder["cache"]) | UnixFileMode.OtherWrite);
        Assert.Equal(
            $"FAIL  Cache folder: {_folder["cache"]} can be written by other users; Persist.Disk would keep nothing there. " +
            "Mend the folder, or set Refrain:Folder to another",
            Checks.CacheFolder(_folder["cache"]).ToString());
    }

    [Fact]
    public void A_folder_is_tried_by_writing_into_it()
    {
        Assert.Equal("ok    This folder: can be written", Checks.CurrentFolder(_folder.Path).ToString());
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.StartsWith("note  This folder: cannot be written (", Checks.CurrentFolder(_folder["none"]).ToString(), StringComparison.Ordinal);
    }
}
