using Grainline.Conversations;
using Grainline.Refusals;

namespace Grainline.Routing;

/// <summary>The queue's policy in versions. What is in force is state, so the next decision, whenever it comes, is taken by it.</summary>
internal sealed partial class RoutingGrain
{
    public async Task<Outcome<PolicyVersionView>> PublishPolicy(PublishPolicy command)
    {
        if (State.Profile is null)
            return NotFound;
        if (PolicyRules.MayPublish(command, policies.Names) is { } refusal)
            return refusal;
        var version = State.Policies.Next;
        await Commit(new PolicyPublished(version, command.Spec, command.By.Author(), command.Note));
        return Shown(version);
    }

    public async Task<Outcome<PolicyVersionView>> RollBackPolicy(RollBackPolicy command)
    {
        if (State.Profile is null)
            return NotFound;
        if (PolicyRules.MayRollBack(State.Policies, command) is { } refusal)
            return refusal;
        var version = command.ToVersion ?? State.Policies.Before;
        if (version != State.Policies.InForce)
            await Commit(new PolicyRolledBack(State.Policies.InForce, version, command.By.Author()));
        return Shown(version);
    }

    public Task<Outcome<PolicyList>> Policies() =>
        Task.FromResult<Outcome<PolicyList>>(Durable.Profile is null ? NotFound : Durable.Policies.List());

    private PolicyVersionView Shown(long version) => Durable.Policies.View(Durable.Policies.Find(version)!);
}
