using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Routing.Learning;
using Grainline.Routing.Policies;

namespace Grainline.Routing;

/// <summary>The queue's policy in versions. What is in force is state, so the next decision, whenever it comes, is taken by it.</summary>
internal sealed partial class RoutingGrain
{
    public async Task<Outcome<PolicyVersionView>> PublishPolicy(PublishPolicy command)
    {
        if (State.Profile is null)
            return NotFound;
        if (PolicyRules.MayPublish(command, policies, State.Learning) is { } refusal)
            return refusal;
        var version = State.Policies.Next;
        var published = Commit(new PolicyPublished(version, command.Spec, command.By.Author(), command.Note));
        UsePolicy();
        await published;
        return command.Spec.Name == Learned.Name ? Shown(version) with { Estimate = LearningRules.Estimate(Durable.Learning) } : Shown(version);
    }

    public async Task<Outcome<PolicyVersionView>> RollBackPolicy(RollBackPolicy command)
    {
        if (State.Profile is null)
            return NotFound;
        if (PolicyRules.MayRollBack(State.Policies, command) is { } refusal)
            return refusal;
        var version = command.ToVersion ?? State.Policies.Before;
        if (version != State.Policies.InForce)
        {
            var rolledBack = Commit(new PolicyRolledBack(State.Policies.InForce, version, command.By.Author()));
            UsePolicy();
            await rolledBack;
        }

        await Settled();
        return Shown(version);
    }

    public Task<Outcome<PolicyList>> Policies() =>
        Task.FromResult<Outcome<PolicyList>>(Durable.Profile is null ? NotFound : Durable.Policies.List() with { Learned = LearningRules.Estimate(Durable.Learning) });

    /// <summary>In the turn that decided it, so that no later decision is taken by the one before.</summary>
    private void UsePolicy()
    {
        _matcher?.Use(policies.Create(State.Policies.Spec!, () => State.Learning));
        Match();
    }

    private PolicyVersionView Shown(long version) => Durable.Policies.View(Durable.Policies.Find(version)!);
}
