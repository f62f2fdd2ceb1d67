using Grainline.Load.Figures;
using Grainline.Testing;

namespace Grainline.Cluster.Tests.Hosting;

/// <summary>HAProxy before the gateways: it asks each whether it is ready, spreads sockets among them and remembers nobody.</summary>
internal sealed class LoadBalancer : IAsyncDisposable
{
    public const string HowToInstall = "HAProxy is not installed. Debian: apt-get install haproxy";

    private readonly string _folder = Directory.CreateTempSubdirectory("grainline-haproxy-").FullName;
    private readonly int _port = Loopback.FreePort();
    private ChildProcess? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public string Output => _process?.Output ?? "";

    public async Task Start(IEnumerable<Member> gateways, CancellationToken cancellation)
    {
        var file = Path.Combine(_folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, Configuration(gateways), cancellation);
        _process = new(["haproxy", "-db", "-f", file], null);
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        for (var began = Clock.Now; !await Serves(http, cancellation); await Clock.Wait(0.1, cancellation))
        {
            if (_process.HasExited || Clock.Seconds(began) > 30)
                throw new ProgramFailedException($"HAProxy does not serve:\n{_process.Output}");
        }
    }

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> Serves(HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    private string Configuration(IEnumerable<Member> gateways) => $"""
        global
          maxconn 4000
        defaults
          mode http
          timeout connect 2s
          timeout client 60s
          timeout server 60s
          timeout tunnel 1h
          option redispatch
          retries 3
        frontend door
          bind 127.0.0.1:{_port}
          default_backend gateways
        backend gateways
          balance leastconn
          option httpchk GET /health/ready
          default-server check inter 500ms fall 2 rise 1
        {string.Join('\n', gateways.Select(gateway => $"  server {gateway.Name} 127.0.0.1:{gateway.Port}"))}

        """;
}
