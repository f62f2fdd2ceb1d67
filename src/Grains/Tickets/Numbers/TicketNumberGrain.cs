using Grainline.Journaling;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Tickets.Numbers;

/// <summary>
/// Numbers are reserved in blocks, a block is one event, and the next one is asked for when half of it is given. Reentrant: whoever finds a number takes it while others wait for a block.
/// What an activation has not given goes back when it ends in order; after a crash it is left out.
/// </summary>
[Reentrant]
internal sealed class TicketNumberGrain(
    GrainJournal<TicketNumberEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<TicketNumberState>> snapshot,
    IOptions<TicketNumberOptions> options)
    : JournaledGrain<TicketNumberState, TicketNumberEvent>(journal, snapshot), ITicketNumberGrain
{
    private static readonly TimeSpan Rush = TimeSpan.FromSeconds(1);

    private readonly TicketNumberOptions _options = options.Value;
    private long _given;
    private long _upTo;
    private int _block;
    private long _reservedAt;
    private Task _reserving = Task.CompletedTask;

    protected override string Kind => "ticket-numbers";

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        (_given, _upTo) = (Durable.UpTo, Durable.UpTo);
        return Task.CompletedTask;
    }

    public async Task<long> Next()
    {
        while (_given == _upTo)
            await Reserving();
        var number = ++_given;
        if (_upTo - number < _block / 2)
            _ = Reserving();
        return number;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        while (!_reserving.IsCompletedSuccessfully)
            await _reserving;
        if (_given < _upTo)
        {
            // In the same turn as the look at what is being reserved: a call that comes now finds nothing left, and reserves after this.
            _upTo = _given;
            await Commit(new TicketNumbersReturned(_given));
        }

        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    private Task Reserving() => _reserving.IsCompleted ? _reserving = Reserve() : _reserving;

    private async Task Reserve()
    {
        var isRush = _block > 0 && Time.GetElapsedTime(_reservedAt) < Rush;
        _block = Math.Max(_options.Block, isRush ? Math.Min(_block * 2, _options.LargestBlock) : _block / 2);
        _reservedAt = Time.GetTimestamp();
        var upTo = State.UpTo + _block;
        await Commit(new TicketNumbersReserved(upTo));
        _upTo = upTo;
    }
}
