using Grainline.Load.Figures;
using Grainline.Testing;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>The store of the membership, with what the operations page asks of it: an append-only file and no eviction.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    public const string HowToInstall = "Redis is not installed. Debian: apt-get install redis-server";

    private readonly string _folder = Directory.CreateTempSubdirectory("grainline-redis-").FullName;
    private readonly int _port = Loopback.FreePort();
    private ChildProcess? _process;

    public string Configuration => $"127.0.0.1:{_port},abortConnect=false";

    public string Output => _process?.Output ?? "";

    public async Task Start(CancellationToken cancellation)
    {
        _process?.Dispose();
        _process = new(["redis-server", "--bind", "127.0.0.1", "--port", $"{_port}", "--dir", _folder, "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction", "--save", ""], null);
        for (var began = Clock.Now; await Ask(cancellation, "PING") is not ["PONG"]; await Clock.Wait(0.05, cancellation))
        {
            if (_process.HasExited || Clock.Seconds(began) > 30)
                throw new ProgramFailedException($"Redis did not start:\n{_process.Output}");
        }
    }

    /// <summary>SIGKILL. What it had acknowledged is in its file, but for the last second.</summary>
    public Task Kill() => _process!.Kill();

    /// <summary>What the membership says of the silos that have listened on the port, oldest or newest in no order, as Orleans numbers it.</summary>
    public async Task<IReadOnlyList<int>> StatusesOf(int siloPort, string key, CancellationToken cancellation) =>
        [.. (await Ask(cancellation, "HVALS", key)).Select(entry => Membership.StatusOf(siloPort, entry)).OfType<int>()];

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string[]> Ask(CancellationToken cancellation, params string[] command)
    {
        using var client = new ChildProcess(["redis-cli", "-p", $"{_port}", "--raw", .. command], null);
        await client.Exit(cancellation);
        return client.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
