using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Grainline.Benchmarks;

/// <summary>
/// The plainest durable store of the same thing: a PostgreSQL with the settings of a fresh installation in a temporary folder, one prepared INSERT with its own commit for each transition, over as many
/// connections as a pool of an application has. It knows no state, no rules, no retries.
/// </summary>
internal sealed class PostgresInserts : IAsyncDisposable
{
    private const int Connections = 32;
    private const string User = "postgres";
    private const string Payload = """{"by":{"kind":"Agent","id":"amy","name":"Amy"},"requestId":"r1","state":"open","category":"Open","text":"We have asked the carrier and tell you tomorrow."}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grainline-postgres-");
    private readonly string _programs;
    private Process? _server;
    private NpgsqlDataSource? _source;
    private int _last;

    private PostgresInserts(string programs) => _programs = programs;

    /// <summary>Null when PostgreSQL is not installed.</summary>
    public static async Task<PostgresInserts?> Start()
    {
        if (!Directory.Exists("/usr/lib/postgresql"))
            return null;
        var programs = Directory.EnumerateDirectories("/usr/lib/postgresql").Select(f => Path.Combine(f, "bin")).Order().Last(f => File.Exists(Path.Combine(f, "initdb")));
        var postgres = new PostgresInserts(programs);
        await postgres.Begin();
        return postgres;
    }

    /// <summary>As many INSERTs as a ticket has transitions, one after the other.</summary>
    public async Task<int> Life(CancellationToken stop)
    {
        var ticket = $"bench/t{Interlocked.Increment(ref _last)}";
        for (var seq = 1; seq <= TicketLives.Transitions; seq++)
        {
            if (stop.IsCancellationRequested)
                return seq - 1;
            await using var connection = await _source!.OpenConnectionAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand("INSERT INTO transition (ticket, seq, at, payload) VALUES ($1, $2, $3, $4)", connection);
            command.Parameters.Add(new() { Value = ticket });
            command.Parameters.Add(new() { Value = seq });
            command.Parameters.Add(new() { Value = TimeProvider.System.GetUtcNow() });
            command.Parameters.Add(new() { Value = Payload, NpgsqlDbType = NpgsqlDbType.Jsonb });
            await command.PrepareAsync(CancellationToken.None);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        return TicketLives.Transitions;
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        if (_server is { HasExited: false })
        {
            // At once, but with its children: the folder goes anyway.
            await Run("kill", "-QUIT", $"{_server.Id}");
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task Begin()
    {
        var data = Path.Combine(_folder.FullName, "data");
        if (Environment.IsPrivilegedProcess)
            await Run("chown", User, _folder.FullName);
        await Run([.. Command("initdb", "-D", data, "-U", User, "--auth=trust", "--encoding=UTF8", "--no-locale")]);
        _server = Process.Start(Quiet([.. Command("postgres", "-D", data, "-c", "listen_addresses=", "-c", $"unix_socket_directories={_folder.FullName}", "-c", "port=5432")]))!;
        _ = _server.StandardOutput.ReadToEndAsync();
        _ = _server.StandardError.ReadToEndAsync();
        for (var pid = Path.Combine(data, "postmaster.pid"); !File.Exists(pid) || !File.ReadLines(pid).Any(line => line.StartsWith("ready", StringComparison.Ordinal));)
        {
            if (_server.HasExited)
                throw new InvalidOperationException("PostgreSQL did not start.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        _source = NpgsqlDataSource.Create($"Host={_folder.FullName};Username={User};Database=postgres;Maximum Pool Size={Connections};Max Auto Prepare=0;Timeout=60");
        await using var create = _source.CreateCommand("CREATE TABLE transition (ticket text, seq int, at timestamptz NOT NULL, payload jsonb NOT NULL, PRIMARY KEY (ticket, seq))");
        await create.ExecuteNonQueryAsync();
    }

    // PostgreSQL refuses to run as root; its package brings this user. setpriv becomes the program it starts, so the id stays the same.
    private IEnumerable<string> Command(string program, params string[] arguments) =>
        [.. Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", User, "--regid", User, "--init-groups", "--"] : Array.Empty<string>(), Path.Combine(_programs, program), .. arguments];

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} failed: {said[1]}");
    }

    private static ProcessStartInfo Quiet(string[] command) =>
        new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
}
