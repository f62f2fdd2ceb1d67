using System.Net;
using System.Net.Sockets;
using Grainline.Silo.Hosting;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>Failures to start that an operator can mend are one sentence and exit code 1.</summary>
public sealed class SiloProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grainline-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Run_PortTaken_SaysSo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, said) = await Run("--urls", $"http://{other.LocalEndpoint}", "--data", _folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains("address already in use", said);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task Run_DataFolderInUse_SaysSo()
    {
        using var held = new FileStream(Path.Combine(_folder.FullName, "journal.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var (code, said) = await Run("--urls", "http://127.0.0.1:0", "--data", _folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains(_folder.FullName, said);
        Assert.DoesNotContain("   at ", said);
    }

    [Theory]
    [InlineData("--Sockets:PendingPushes=0", "PendingPushes")]
    [InlineData("--Sockets:PendingPushes=many", "PendingPushes")]
    [InlineData("--Proxy:Trusted:0=everybody", "Proxy:Trusted")]
    public async Task Run_BadOption_NamesIt(string option, string name)
    {
        var (code, said) = await Run("--urls", "http://127.0.0.1:0", "--data", _folder.FullName, option);

        Assert.Equal(1, code);
        Assert.Contains(name, said);
        Assert.DoesNotContain("   at ", said);
    }

    [Theory]
    [InlineData("--empty", "--data", "x")]
    [InlineData("--data", "x", "--empty")]
    public void Spell_EmptySwitch_IsReadWhereverItStands(params string[] arguments)
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationBuilder();
        Microsoft.Extensions.Configuration.CommandLineConfigurationExtensions.AddCommandLine(configuration, CommandLine.Spell(arguments));

        var built = configuration.Build();

        Assert.Equal("true", built["Empty"]);
        Assert.Equal("x", built["data"]);
    }

    private static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        var said = new StringWriter();
        var code = await SiloProcess.Run(arguments, said);
        return (code, said.ToString());
    }
}
