using Grainline.Deadlines;
using Grainline.Journaling;
using Grainline.Push;
using Grainline.Refusals;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Tickets.Work;

/// <summary>
/// Reentrant, so that it can be watched and cancelled while it works. It works beside the calls; its clock looks every now and then whether it still does, and starts it again after a crash.
/// The work itself is in <c>BulkRunGrain.Working</c>.
/// </summary>
[Reentrant]
internal sealed partial class BulkRunGrain(
    GrainJournal<BulkRunEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<BulkRunState>> snapshot,
    GatewayLinks links,
    IOptions<TicketWorkOptions> options,
    ILogger<BulkRunGrain> logger)
    : JournaledGrain<BulkRunState, BulkRunEvent>(journal, snapshot), IBulkRunGrain, IGrainMigrationParticipant
{
    private const string GoOnClock = "go-on";

    private static readonly Refusal NotFound = new(ErrorCode.TicketNotFound, "There is no such run.");

    private readonly TicketWorkOptions _options = options.Value;
    private readonly StepGate _gate = new();
    private TicketKey _key;

    protected override string Kind => "bulk-run";

    protected override Task OnRestored(CancellationToken cancellationToken)
    {
        _key = TicketKey.Parse(Key);
        _listeners.Adopt(Source);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _listeners.Park();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<Outcome<BulkRunView>> Start(StartBulkRun command)
    {
        if (Refuse(command) is { } refusal)
            return refusal;
        using (await _gate.Enter())
        {
            if (State.Begun is null)
            {
                await Arm();
                await Commit(new BulkBegun(command.By, command.TicketIds, command.Actions, command.Macro));
            }
            else if (MaySee(State, command.By) is { } taken)
            {
                return taken;
            }
        }

        Work();
        return Current();
    }

    public Task<Outcome<BulkRunView>> View(Actor reader) =>
        Task.FromResult(MaySee(Durable, reader) is { } refusal ? refusal : (Outcome<BulkRunView>)Current());

    public async Task<Outcome<BulkRunView>> Cancel(Actor by)
    {
        if (MaySee(State, by) is { } refusal)
            return refusal;
        if (State is { Runs: true, Cancelled: false })
            await Commit(new BulkCancelled(by));
        Work();
        await Settled();
        Changed();
        return Current();
    }

    public Task<DateTimeOffset?> Due(DueDeadline deadline)
    {
        Work();
        return Task.FromResult<DateTimeOffset?>(Durable.Runs ? Time.GetUtcNow() + _options.ResumeAfter : null);
    }

    private Task Arm() => GrainFactory.DeadlinesOf(Key).Set(new(DeadlineTargetKind.BulkRun, Key, GoOnClock, "", Time.GetUtcNow() + _options.ResumeAfter));

    /// <summary>With what was done of the present portion, until that is written down.</summary>
    private BulkRunView Current() => Durable.Done == _from ? Durable.View(_key.Id, _done, _failed) : Durable.View(_key.Id, 0, []);

    private static Refusal? MaySee(BulkRunState state, Actor reader) =>
        state.Begun is { } begun && reader.IsStaff && (reader.Oversees || begun.By.Id == reader.Id) ? null : NotFound;

    private static Refusal? Refuse(StartBulkRun command) =>
        !command.By.IsStaff ? new(ErrorCode.Forbidden, "Only staff may do this.")
        : command.TicketIds.Length is 0 or > TicketLimits.BulkTickets || !command.TicketIds.All(TenantScoped.IsId) || command.TicketIds.Distinct().Count() != command.TicketIds.Length
            ? new(ErrorCode.InvalidArgument, $"Name 1 to {TicketLimits.BulkTickets} tickets, each once.")
        : command.Actions.Length is 0 or > TicketLimits.ActionsAtOnce ? new(ErrorCode.InvalidArgument, $"Name 1 to {TicketLimits.ActionsAtOnce} actions.")
        : null;
}
