using System.Net;
using System.Net.Sockets;
using Refrain.Server.Hosting;

namespace Refrain.Server.Tests.Hosting;

public sealed class ServerSettingsTests
{
    [Fact]
    public void Options_are_the_server_s_and_the_rest_is_the_script_s()
    {
        var (settings, script) = ServerSettings.Parse(["a", "--port", "9000", "--no-browser", "--host", "0.0.0.0", "b", "--", "--port"]);

        Assert.Equal(new ServerSettings { Port = 9000, Host = "0.0.0.0", OpenBrowser = false }, settings);
        Assert.Equal(["a", "b", "--port"], script);
    }

    [Theory]
    [InlineData("RFN0630: The option --port needs a value.", "--port")]
    [InlineData("RFN0630: '70000' is not a port. A port is a number between 0 and 65535.", "--port", "70000")]
    [InlineData("RFN0630: '-1' is not a port. A port is a number between 0 and 65535.", "--port", "-1")]
    public void A_bad_option_is_named(string message, params string[] arguments)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => ServerSettings.Parse(arguments)).Message);
    }

    [Fact]
    public void A_port_that_was_asked_for_and_is_taken_is_an_error()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = Assert.Throws<ServerStartException>(() => FreePort.Choose(new ServerSettings { Port = port }));

        Assert.Equal($"RFN0631: Port {port} is taken by another program. Choose another with --port, or leave --port out for the next free one.", error.Message);
    }

    [Fact]
    public void Without_a_port_the_first_free_one_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, FreePort.Choose(new ServerSettings()));
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        var next = FreePort.Choose(new ServerSettings());

        Assert.InRange(next, ServerSettings.DefaultPort, ServerSettings.DefaultPort + 99);
        Assert.NotEqual(taken, next);
    }

    [Fact]
    public void A_host_that_is_no_address_is_an_error()
    {
        var error = Assert.Throws<ServerStartException>(() => FreePort.Choose(new ServerSettings { Host = "sales.example.com" }));

        Assert.Equal(
            "RFN0632: 'sales.example.com' is not an address of this machine. --host takes an IP address, for example 127.0.0.1, or 0.0.0.0 for all of this machine's.",
            error.Message);
    }
}
