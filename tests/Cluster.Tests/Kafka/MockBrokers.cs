using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Grainline.Cluster.Tests.Kafka;

/// <summary>Three brokers that librdkafka makes up, in a process of their own, so that they can be stopped and go on. Topics come into being when they are asked for, with four partitions.</summary>
public sealed partial class MockBrokers : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private Process? _process;

    public string Addresses { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/kcat"), "kcat is not installed: there are no brokers.");
        _process = Process.Start(new ProcessStartInfo("/usr/bin/kcat", ["-P", "-t", "warm-up", "-b", "127.0.0.1:1", "-X", "test.mock.num.brokers=3", "-d", "mock"])
        {
            RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Servers().Match(text) is { Success: true } match)
                found.TrySetResult(match.Groups["servers"].Value);
        };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Addresses = await found.Task.WaitAsync(Patience, TimeProvider.System);
    }

    /// <summary>From now on connections stay open and nothing answers.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    [GeneratedRegex(@"Mock cluster \S+ bootstrap\.servers=(?<servers>\S+)")]
    private static partial Regex Servers();
}
