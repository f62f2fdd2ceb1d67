using System.Collections.Immutable;
using System.Globalization;

namespace Grainline.Tickets.Lists;

/// <summary>What a ticket is found by beside its comments: one text of three lines, so that it can be read back and changed.</summary>
internal sealed record SearchHead(string Subject, long Number, ImmutableArray<string> Tags, string Who)
{
    public static SearchHead Of(TicketCreated e) => new(Line(e.Subject), e.Number, e.Tags, Line($"{e.Requester?.Name} {e.Requester?.Email}"));

    public static SearchHead Read(string text)
    {
        var lines = text.Split('\n');
        var marks = lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(lines[0], long.Parse(marks[0].AsSpan(1), CultureInfo.InvariantCulture), [.. marks.Skip(1)], lines[2]);
    }

    /// <summary>Null when nothing of it has changed.</summary>
    public SearchHead? After(TicketEvent @event) => @event switch
    {
        TicketChanged { Subject: null, TagsAdded: null, TagsRemoved: null } => null,
        TicketChanged e => this with { Subject = Line(e.Subject ?? Subject), Tags = [.. Tags.Except(e.TagsRemoved ?? []).Except(e.TagsAdded ?? []), .. e.TagsAdded ?? []] },
        TicketAbsorbed e => this with { Tags = [.. Tags.Except(e.TagsAdded), .. e.TagsAdded] },
        TicketParted e => this with { Tags = [.. Tags.Except(e.TagsRemoved)] },
        _ => null,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Subject}\n#{Number} {string.Join(' ', Tags)}\n{Who}");

    private static string Line(string text) => text.Replace('\n', ' ').Trim();
}
