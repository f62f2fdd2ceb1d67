using System.Collections.Immutable;
using Grainline.Journaling;
using Grainline.Refusals;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Attachments;

/// <summary>One tenant's allowance. Reentrant: it decides in one turn, so that many reservations share a commit.</summary>
[Reentrant]
internal sealed class UploadQuotaGrain(
    GrainJournal<QuotaEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<UploadQuotaState>> snapshot,
    IOptions<AttachmentOptions> options)
    : JournaledGrain<UploadQuotaState, QuotaEvent>(journal, snapshot), IUploadQuotaGrain
{
    protected override string Kind => "upload-quota";

    public async Task<Outcome<Done>> Reserve(UploadReservation reservation)
    {
        if (!State.Open.ContainsKey(reservation.AttachmentId))
        {
            if (State.MayReserve(reservation, options.Value, Time.GetUtcNow()) is { } refusal)
                return refusal;
            await Commit(new UploadReserved(reservation.AttachmentId, reservation.Person, reservation.Bytes, reservation.Until));
        }

        await Settled();
        return default(Done);
    }

    public async Task Release(string attachmentId)
    {
        if (State.Open.ContainsKey(attachmentId))
            await Commit(new UploadReleased(attachmentId));
        await Settled();
    }
}

/// <summary>Uploads that are under way, and what was announced today.</summary>
internal sealed record UploadQuotaState : IEventSourced<UploadQuotaState, QuotaEvent>
{
    public static UploadQuotaState Initial { get; } = new();

    public ImmutableDictionary<string, OpenUpload> Open { get; init; } = ImmutableDictionary<string, OpenUpload>.Empty;

    public DateOnly Day { get; init; }

    public long Bytes { get; init; }

    public Refusal? MayReserve(UploadReservation asked, AttachmentOptions options, DateTimeOffset now) =>
        Open.Values.Count(open => open.Person == asked.Person && open.Until > now) >= options.UploadsPerPerson
            ? new(ErrorCode.UploadLimit, $"At most {options.UploadsPerPerson} uploads at once.")
            : (Day == DayOf(now) ? Bytes : 0) + asked.Bytes > options.BytesPerDay ? new(ErrorCode.UploadLimit, "Today's allowance is used up.")
            : null;

    public UploadQuotaState Apply(QuotaEvent @event, long seq, DateTimeOffset at) => @event switch
    {
        UploadReserved e => this with
        {
            // Whoever was never said to be over is over by the clock.
            Open = Open.RemoveRange(Open.Where(open => open.Value.Until <= at).Select(open => open.Key)).SetItem(e.AttachmentId, new(e.Person, e.Until)),
            Day = DayOf(at),
            Bytes = (Day == DayOf(at) ? Bytes : 0) + e.Bytes,
        },
        UploadReleased e => this with { Open = Open.Remove(e.AttachmentId) },
        _ => throw new InvalidOperationException($"No fold for {@event.GetType()}."),
    };

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

internal sealed record OpenUpload(string Person, DateTimeOffset Until);
