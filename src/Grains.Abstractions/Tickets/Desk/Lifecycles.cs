using System.Collections.Immutable;
using Orleans;

namespace Grainline.Tickets.Desk;

/// <summary>
/// Which states a tenant's tickets have and what leads from one to another. Published in versions; a ticket follows the version that it was created by until it is transferred or forced.
/// Checked when published: every state can be reached from the initial one, and from every state one of category Closed or Solved can be reached.
/// </summary>
[GenerateSerializer, Immutable, Alias("desk.lifecycle")]
public sealed record LifecycleSpec(string Name, string Initial, ImmutableArray<StateSpec> States, ImmutableArray<TransitionSpec> Transitions);

/// <param name="Id">An id, such as <c>open</c>.</param>
/// <param name="Names">Display names by BCP 47 tag; <c>en</c> must be there.</param>
[GenerateSerializer, Immutable, Alias("desk.state")]
public sealed record StateSpec(string Id, StateCategory Category, ImmutableDictionary<string, string> Names);

public enum StateEvent
{
    /// <summary>Only when somebody calls the trigger.</summary>
    None,

    /// <summary>The requester has written.</summary>
    RequesterWrote,

    /// <summary>Staff has answered publicly.</summary>
    StaffAnswered,

    /// <summary>An agent was assigned.</summary>
    Assigned,

    /// <summary>The state has lasted <see cref="TransitionSpec.AfterSeconds"/>.</summary>
    TimePassed,
}

public enum StateGuard
{
    /// <summary>All fields that the form requires are filled.</summary>
    FormComplete,

    /// <summary>Somebody is assigned.</summary>
    HasAssignee,

    /// <summary>All children are Solved or Closed.</summary>
    ChildrenSolved,

    /// <summary>Staff has answered publicly at least once.</summary>
    Answered,
}

/// <param name="From">State ids; empty for every state but <paramref name="To"/>.</param>
/// <param name="Trigger">An id, such as <c>solve</c>: what people and macros call. The same trigger may stand with other states.</param>
/// <param name="Names">Display names by BCP 47 tag; <c>en</c> must be there.</param>
/// <param name="On">What else makes it happen, when its guards allow.</param>
/// <param name="Roles">Who may call it; none for every agent of the team.</param>
/// <param name="Guards">All must hold.</param>
/// <param name="AfterSeconds">With <see cref="StateEvent.TimePassed"/>: 60 to 31,536,000.</param>
[GenerateSerializer, Immutable, Alias("desk.transition")]
public sealed record TransitionSpec(
    ImmutableArray<string> From, string Trigger, string To, ImmutableDictionary<string, string> Names, StateEvent On = StateEvent.None, StaffRoles Roles = StaffRoles.None,
    ImmutableArray<StateGuard>? Guards = null, int? AfterSeconds = null);
