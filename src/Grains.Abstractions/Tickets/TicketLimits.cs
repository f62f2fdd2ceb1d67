namespace Grainline.Tickets;

/// <summary>Bounds of tickets and of what is set up for them. Checked at the door and again in the grain.</summary>
public static class TicketLimits
{
    public const int SubjectLength = 200;

    public const int Tags = 50;

    public const int TagLength = 40;

    public const int Watchers = 100;

    public const int Links = 200;

    public const int AttachmentsPerComment = 10;

    /// <summary>Actions of one <see cref="ApplyToTicket"/>.</summary>
    public const int ActionsAtOnce = 50;

    /// <summary>UTF-8 bytes of a ticket's fields.</summary>
    public const int FieldsBytes = 32_768;

    /// <summary>UTF-8 bytes of one version of a form: schema and hints together.</summary>
    public const int FormBytes = 65_536;

    /// <summary>Tickets of one bulk run.</summary>
    public const int BulkTickets = 5_000;

    /// <summary>States of a lifecycle.</summary>
    public const int States = 40;

    /// <summary>Teams, forms, lifecycles, SLA policies, macros, saved replies: of each in one tenant.</summary>
    public const int OfEachKind = 500;

    /// <summary>How long a merge, a split or a transfer can be undone.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromHours(24);
}
