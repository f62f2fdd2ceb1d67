using System.Collections.Immutable;

namespace Grainline.Tickets.Work;

/// <summary>A ticket's comments as they go to another ticket.</summary>
internal static class CarriedComments
{
    /// <summary>Characters that go in one step, so that its event stays far from what the journal refuses however they are escaped.</summary>
    private const int AtOnce = 80_000;

    /// <summary>Comments and notes with a seq after the first and up to the last. The ticket stands still, so that it reads the same when it is asked again.</summary>
    public static async Task<ImmutableArray<CarriedComment>> Read(ITicketGrain ticket, string ticketId, long after, long last = long.MaxValue)
    {
        var found = ImmutableArray.CreateBuilder<CarriedComment>();
        for (var at = after; at < last;)
        {
            var page = await ticket.Timeline(new(Actor.System, at, Limits.PageSize));
            if (page.Value is not { Entries: { IsEmpty: false } entries })
                break;
            at = entries[^1].Seq;
            found.AddRange(entries.Where(e => e.Seq <= last && e.Kind is "comment" or "note")
                .Select(e => new CarriedComment(ticketId, e.Seq, e.At, e.By, e.Kind == "comment", e.Text ?? "", e.Attachments)));
        }

        return found.DrainToImmutable();
    }

    /// <summary>Seqs in portions; always at least one, so that a ticket without words is absorbed too. What has one seq stays together.</summary>
    public static ImmutableArray<ImmutableArray<long>> Portions(ImmutableArray<CarriedComment> comments)
    {
        var portions = ImmutableArray.CreateBuilder<ImmutableArray<long>>();
        var portion = ImmutableArray.CreateBuilder<long>();
        var length = 0;
        foreach (var same in comments.GroupBy(c => c.FromSeq))
        {
            var characters = same.Sum(c => c.Text.Length + 500);
            if (portion.Count > 0 && length + characters > AtOnce)
            {
                portions.Add(portion.DrainToImmutable());
                length = 0;
            }

            portion.Add(same.Key);
            length += characters;
        }

        portions.Add(portion.DrainToImmutable());
        return portions.DrainToImmutable();
    }
}
