using Grainline.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grainline.Ids;

/// <summary>
/// Holds a node number for this process: takes one before anything starts, renews it at a third of its time, exchanges it when it is lost or the clock was set far back, and frees it after everything has stopped.
/// Each renewal reserves ids as far ahead as the lease is long. Without a number the process does not start.
/// </summary>
internal sealed partial class NodeKeeper(INodeLeases leases, IdSource source, TimeProvider time, IOptions<IdOptions> options, ILogger<NodeKeeper> logger)
    : IHostedLifecycleService, IDisposable
{
    private const int Tries = 5;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly IdOptions _options = options.Value;
    private (NodeLease Lease, IdTerm Term)? _held;
    private Task _loop = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await Keep(cancellationToken);
        _loop = Loop(_stop.Token);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _loop;
        source.Serve(null);
        if (_held is not { } held)
            return;
        _held = null;
        try
        {
            await Release(held, cancellationToken);
        }
        catch (JournalException failure)
        {
            // No reason to end badly: the number is free once its lease has ended.
            LogNotReleased(failure, held.Lease.Node);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>One round: afterwards a number is held and ids are reserved, or it fails. Rounds do not overlap.</summary>
    internal async Task Keep(CancellationToken cancellationToken)
    {
        if (_held is { } held && !held.Term.IsAhead)
        {
            try
            {
                await Extend(held.Lease, held.Term, cancellationToken);
                return;
            }
            catch (NodeLeaseLostException)
            {
                held.Term.Close();
                _held = null;
                LogLost(held.Lease.Node);
            }
        }

        for (var tries = 1; !await Exchange(mayFail: tries < Tries, cancellationToken); tries++)
            LogTakenAgain();
    }

    private async Task Loop(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await source.Asked.WaitAsync(_options.Lease / 3, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await Keep(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (JournalException failure)
            {
                // What is reserved lasts as long as the lease; then ids are refused until a later round succeeds.
                LogNotKept(failure);
                await Task.Delay(RetryAfter, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>False, if it may be, when the number was taken by another process at once: one whose clock is ahead by more than lease and margin.</summary>
    private async Task<bool> Exchange(bool mayFail, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        // At most half the lead is given away to a clock that was set back since the number was used.
        var highest = IdTerm.Clock(time) + (long)(_options.Lead / 2).TotalMilliseconds;
        var lease = await leases.AcquireAsync(owner, now + _options.Lease, now - _options.Margin, highest, cancellationToken);
        var former = _held;
        try
        {
            await Extend(lease, new IdTerm(lease.Node, lease.Mark, time, _options.Lead), cancellationToken);
        }
        catch (NodeLeaseLostException) when (mayFail)
        {
            return false;
        }

        LogHeld(lease.Node);
        if (former is { } left)
        {
            LogLeft(left.Lease.Node);
            await Release(left, cancellationToken);
        }

        return true;
    }

    private async Task Extend(NodeLease lease, IdTerm term, CancellationToken cancellationToken)
    {
        // Both ends are counted from before the store is asked, so ours comes first.
        var end = time.GetTimestamp() + (long)(_options.Lease.TotalSeconds * time.TimestampFrequency);
        var reserve = Math.Max(IdTerm.Clock(time), term.Mark) + (long)_options.Lease.TotalMilliseconds;
        var longer = lease with { Until = time.GetUtcNow() + _options.Lease, Mark = Math.Min(reserve, TimeOrderedId.MaxMilliseconds) };
        await leases.RenewAsync(longer, cancellationToken);
        term.Extend(longer.Mark, end);
        _held = (longer, term);
        source.Serve(term);
    }

    private async Task Release((NodeLease Lease, IdTerm Term) held, CancellationToken cancellationToken) =>
        await leases.ReleaseAsync(held.Lease with { Mark = held.Term.Close() }, cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Node number {Node} is held")]
    private partial void LogHeld(int node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node number {Node} was left: the clock was set back further than ids may be ahead of it")]
    private partial void LogLeft(int node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node number {Node} was lost to another process")]
    private partial void LogLost(int node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A node number was taken away at once: the clock of some process is far ahead of ours")]
    private partial void LogTakenAgain();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node number {Node} could not be released; it stays taken until its lease ends")]
    private partial void LogNotReleased(JournalException failure, int node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No node number could be kept; it is tried again")]
    private partial void LogNotKept(JournalException failure);
}
