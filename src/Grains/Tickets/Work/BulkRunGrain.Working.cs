using Grainline.Refusals;
using Microsoft.Extensions.Logging;

namespace Grainline.Tickets.Work;

/// <summary>The work: portion by portion, some tickets of a portion at a time. How far it is, is written down after each portion; a ticket that is asked again knows the run by its id and does nothing.</summary>
internal sealed partial class BulkRunGrain
{
    /// <summary>How often a portion is tried before what fails in it is given up.</summary>
    private const int Tries = 5;

    private readonly List<FailedTicket> _failed = [];
    private Task _work = Task.CompletedTask;
    private int _from;
    private int _done;
    private int _tries;

    /// <summary>Goes on unless it does already. Not awaited: it takes longer than a call may.</summary>
    private void Work()
    {
        if (_work.IsCompleted && State.Runs)
            _work = WorkOn();
    }

    private async Task WorkOn()
    {
        try
        {
            while (State is { Runs: true, Cancelled: false } && State.Done < State.Begun!.TicketIds.Length)
                await Portion();
            if (State.Runs)
                await Commit(new BulkEnded());
            Changed();
        }
        catch (Exception e)
        {
            // Beside the calls nobody would hear of it: the clock starts it again.
            LogInterrupted(e, Key, State.Done);
        }
    }

    private async Task Portion()
    {
        (_from, _done) = (State.Done, 0);
        _failed.Clear();
        var end = Math.Min(_from + _options.BulkChunk, State.Begun!.TicketIds.Length);
        var (next, trouble) = (_from, new List<(string Ticket, Exception Fault)>());
        _tries++;

        async Task Worker()
        {
            while (next < end && !State.Cancelled)
            {
                var id = State.Begun!.TicketIds[next++];
                try
                {
                    if (await Change(id) is { } refusal)
                        _failed.Add(new(id, (int)refusal.Code, refusal.Message));
                }
                catch (Exception e)
                {
                    // Fan-out: one ailing ticket must not hold up the others. The portion is tried again.
                    trouble.Add((id, e));
                }

                _done++;
                Changed();
            }
        }

        await Task.WhenAll(Enumerable.Range(0, _options.BulkAtOnce).Select(_ => Worker()));
        if (trouble.Count > 0 && _tries < Tries)
            throw new AggregateException($"{trouble.Count} tickets could not be reached.", trouble.Select(t => t.Fault));
        _failed.AddRange(trouble.Select(t => new FailedTicket(t.Ticket, (int)ErrorCode.Internal, "The ticket could not be reached.")));
        _tries = 0;
        await Commit(new BulkAdvanced(next, [.. _failed]));
    }

    private async Task<Refusal?> Change(string ticketId)
    {
        var begun = State.Begun!;
        return (await GrainFactory.Ticket(new(_key.Tenant, ticketId)).Apply(new(begun.By, _key.Id, begun.Actions, null, begun.Macro))).Refusal;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Bulk run {Key} was interrupted after {Done} tickets; it goes on by itself")]
    private partial void LogInterrupted(Exception e, string key, int done);
}
