using Grainline.Load.Clients;
using Grainline.Load.Figures;

namespace Grainline.Load.Servers;

/// <summary>
/// A PostgreSQL of the tool's own, in a temporary folder, with the settings of a fresh installation: every commit reaches the disk before it is told. It
/// listens on a socket file in that folder and nowhere else.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "load";

    private readonly string _folder = Directory.CreateTempSubdirectory("grainline-load-postgres-").FullName;
    private ChildProcess? _process;

    public int ProcessId => _process!.Id;

    /// <summary>As Npgsql reads it.</summary>
    public string Connection => $"Host={_folder};Username={User};Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    // Its last line is what the server says of itself; pg_ctl waits for the same word.
    private bool IsReady => Path.Combine(Data, "postmaster.pid") is var file && File.Exists(file) && File.ReadLines(file).Any(line => line.StartsWith("ready", StringComparison.Ordinal));

    /// <exception cref="RefusedException">It could not be made, or was not there within 30 s.</exception>
    public async Task Start(PostgresInstallation installation, int? core, CancellationToken cancellation)
    {
        await PostgresInstallation.HandOver(_folder, cancellation);
        await Tool.Run(installation.Command("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--no-locale"), cancellation);
        string[] settings = ["listen_addresses=", "port=5432", $"unix_socket_directories={_folder}", "fsync=on", "synchronous_commit=on", "full_page_writes=on"];
        _process = new(installation.Command("postgres", ["-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })]), core);
        for (var began = Clock.Now; !IsReady; await Clock.Wait(0.02, cancellation))
        {
            if (_process.HasExited || Clock.Seconds(began) > 30)
                throw new RefusedException($"PostgreSQL did not start:\n{_process.Output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            // Its processes end together and leave their folder; killing the first alone would leave the others to find out.
            await Tool.Run(["kill", "-QUIT", $"{ProcessId}"], CancellationToken.None);
            await _process.Exit(CancellationToken.None);
        }
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
