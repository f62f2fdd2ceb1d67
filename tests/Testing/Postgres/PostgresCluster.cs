namespace Grainline.Testing.Postgres;

/// <summary>
/// A PostgreSQL of one's own, in a temporary folder, with the settings of a fresh installation: every commit reaches the disk before it is told. It
/// listens on a socket file in that folder and nowhere else, so whatever else runs on the machine does not matter.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "grainline_test";

    private readonly string _folder = Directory.CreateTempSubdirectory("grainline-postgres-").FullName;
    private string[] _command = [];
    private ChildProcess? _process;

    public int ProcessId => _process!.Id;

    /// <summary>As Npgsql reads it; for the superuser.</summary>
    public string Connection => $"Host={_folder};Username={User};Database=postgres";

    private string Data => Path.Combine(_folder, "data");

    // Its last line is what the server says of itself; pg_ctl waits for the same word.
    private bool IsReady => Path.Combine(Data, "postmaster.pid") is var file && File.Exists(file) && File.ReadLines(file).Any(line => line.StartsWith("ready", StringComparison.Ordinal));

    /// <param name="core">Where it is pinned to, if anywhere.</param>
    /// <param name="settings">Beyond those of a fresh installation, such as <c>max_connections=200</c>.</param>
    /// <exception cref="ProgramFailedException">It could not be made, or was not there within 30 s.</exception>
    public async Task Start(PostgresInstallation installation, int? core, CancellationToken cancellation, params string[] settings)
    {
        await PostgresInstallation.HandOver(_folder, cancellation);
        await ChildProcess.Run(installation.Command("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"), cancellation);
        string[] all = ["listen_addresses=", "port=5432", $"unix_socket_directories={_folder}", "fsync=on", "synchronous_commit=on", "full_page_writes=on", .. settings];
        _command = installation.Command("postgres", ["-D", Data, .. all.SelectMany(setting => new[] { "-c", setting })]);
        await Run(core, cancellation);
    }

    /// <summary>Ends it as a crash would, connections and all, and starts it again over what is on the disk.</summary>
    /// <param name="whileDown">Done between the two.</param>
    public async Task Restart(CancellationToken cancellation, Func<Task>? whileDown = null)
    {
        await Quit();
        if (whileDown is not null)
            await whileDown();
        await Run(null, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Quit();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Run(int? core, CancellationToken cancellation)
    {
        _process = new(_command, core);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (!IsReady)
        {
            if (_process.HasExited || patience.IsCancellationRequested)
                throw new ProgramFailedException($"PostgreSQL did not start:\n{_process.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation);
        }
    }

    private async Task Quit()
    {
        if (_process is { HasExited: false })
        {
            // Its processes end together and leave their folder; killing the first alone would leave the others to find out.
            await ChildProcess.Run(["kill", "-QUIT", $"{ProcessId}"], CancellationToken.None);
            await _process.Exit(CancellationToken.None);
        }
        // A crashed one leaves the file in which it had said that it is ready.
        if (Directory.Exists(Data))
            File.Delete(Path.Combine(Data, "postmaster.pid"));
        _process?.Dispose();
        _process = null;
    }
}
