using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Tests.Conversations;

/// <summary>The lifecycle over the whole product of states and triggers, against the table that people read.</summary>
public sealed class ConversationLifecycleTests
{
    private const string Table = """
                 Enqueue Offer   Lapse  Assign   Pull     Hold   Resume   Resolve  Reopen Close
        Open     Queued  -       -      Assigned -        -      -        Resolved -      Closed
        Queued   Queued  Offered -      Assigned Assigned -      -        Resolved -      Closed
        Offered  Queued  -       Queued Assigned -        -      -        Resolved -      Closed
        Assigned Queued  -       -      Assigned -        OnHold -        Resolved -      Closed
        OnHold   Queued  -       -      Assigned -        -      Assigned Resolved -      Closed
        Resolved -       -       -      -        -        -      -        -        Queued Closed
        Closed   !       !       !      !        !        !      !        !        !      !
        """;

    [Fact]
    public void Next_EveryStateAndTrigger_IsWhatTheTableSays()
    {
        var lines = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var triggers = lines[0].Select(Enum.Parse<ConversationTrigger>).ToArray();
        Assert.Equal(Enum.GetValues<ConversationTrigger>(), triggers);
        Assert.Equal(Enum.GetValues<ConversationStatus>(), lines.Skip(1).Select(l => Enum.Parse<ConversationStatus>(l[0])));
        foreach (var line in lines.Skip(1))
        {
            foreach (var (trigger, cell) in triggers.Zip(line.Skip(1)))
                Assert.Equal(cell, Cell(ConversationLifecycle.Next(Enum.Parse<ConversationStatus>(line[0]), trigger)));
        }
    }

    private static string Cell(Outcome<ConversationStatus> outcome) => outcome.Refusal?.Code switch
    {
        null => outcome.Value.ToString(),
        ErrorCode.IllegalTransition => "-",
        ErrorCode.ConversationEnded => "!",
        var other => other.ToString()!,
    };
}
