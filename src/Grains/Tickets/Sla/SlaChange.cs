namespace Grainline.Tickets.Sla;

/// <summary>What can move a ticket's clocks under the same terms.</summary>
internal enum SlaChange
{
    /// <summary>Staff has answered publicly.</summary>
    StaffAnswered,

    RequesterWrote,

    /// <summary>The ticket's state is of another category.</summary>
    Moved,

    /// <summary>A clock rang.</summary>
    TimePassed,
}
