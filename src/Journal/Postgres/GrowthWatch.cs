using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Grainline.Journal.Postgres;

/// <summary>
/// Knows how far the global order can be read, and tells others of this process's commits. A notification is sent by itself and for many commits at once: as part of an append's transaction it would make all appends of the
/// database commit one after the other. Nobody depends on one arriving.
/// </summary>
internal sealed partial class GrowthWatch(NpgsqlDataSource source, PostgresOptions options, TimeProvider time, ILogger logger)
{
    private const string Channel = "grainline_growth";
    private const string Notify = $"SELECT pg_notify('{Channel}', $1)";

    // An older transaction that still runs holds everything behind it back.
    private const string Readable = "SELECT position FROM entry WHERE position < (SELECT decided_position()) ORDER BY position DESC LIMIT 1";

    private static readonly TimeSpan FirstPatience = TimeSpan.FromMilliseconds(2);

    private readonly GrowthSignal _readable = new();
    private readonly Lock _advancing = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private long _committed;
    private long _known;

    public long Position => _readable.Position;

    public Task WaitAsync(long position, CancellationToken cancellationToken) => _readable.WaitAsync(position, cancellationToken);

    /// <summary>This process has committed entries up to that position.</summary>
    public void Committed(long position)
    {
        Raise(ref _committed, position);
        Wake();
    }

    /// <summary>Entries up to that position can be read, as somebody has just done.</summary>
    public void Read(long position)
    {
        lock (_advancing) _readable.Advance(position);
    }

    /// <summary>Looks now.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var look = source.CreateCommand(Readable);
        if (await look.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long position) Read(position);
    }

    /// <summary>Looks and tells until stopped: when something was committed, here or elsewhere, and now and then.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var (told, patience) = (0L, FirstPatience);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // Known, but behind a transaction that still runs: look again soon, and less and less often.
                var isHeldUp = Math.Max(Volatile.Read(ref _committed), Volatile.Read(ref _known)) > Position;
                patience = isHeldUp && patience * 2 < options.PollInterval ? patience * 2 : isHeldUp ? options.PollInterval : FirstPatience;
                await _wake.WaitAsync(isHeldUp ? patience : options.PollInterval, stopping).ConfigureAwait(false);
                if (Volatile.Read(ref _committed) is var committed && committed > told)
                {
                    await TellAsync(committed, stopping).ConfigureAwait(false);
                    told = committed;
                }
                await RefreshAsync(stopping).ConfigureAwait(false);
                await Task.Delay(options.NotifyInterval, time, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // A host loop: whatever the way to the database throws, it must not end.
                LogBlind(failure);
                await Task.Delay(options.PollInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Hears of commits elsewhere until stopped.</summary>
    public async Task ListenAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stopping).ConfigureAwait(false);
                connection.Notification += (_, told) => Heard(told.Payload);
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stopping).ConfigureAwait(false);
                while (true) await connection.WaitAsync(stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // A host loop, as above.
                LogDeaf(failure);
                await Task.Delay(options.PollInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static void Raise(ref long place, long position)
    {
        var current = Volatile.Read(ref place);
        while (position > current && Interlocked.CompareExchange(ref place, position, current) is var found && found != current) current = found;
    }

    private async Task TellAsync(long position, CancellationToken stopping)
    {
        await using var notify = source.CreateCommand(Notify);
        notify.Parameters.Add(new() { Value = $"{position}", NpgsqlDbType = NpgsqlDbType.Text });
        await notify.ExecuteNonQueryAsync(stopping).ConfigureAwait(false);
    }

    private void Heard(string payload)
    {
        if (long.TryParse(payload, out var position)) Raise(ref _known, position);
        Wake();
    }

    private void Wake()
    {
        if (_wake.CurrentCount > 0) return;
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just done it.
            return;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Cannot look how far the journal goes; projections are late")]
    private partial void LogBlind(Exception failure);

    [LoggerMessage(LogLevel.Warning, "Does not hear of other processes' commits and looks for them now and then; projections are late")]
    private partial void LogDeaf(Exception failure);
}
