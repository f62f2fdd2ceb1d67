using System.Collections.Immutable;
using Grainline.Agents;
using Grainline.Refusals;
using Grainline.Routing;
using Orleans;

namespace Grainline.Security;

/// <summary>One customer of the installation and the list of what it owns. Keyed by the tenant id.</summary>
[Alias("ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    Task<Outcome<TenantView>> Create(CreateTenant command);

    Task<Outcome<TenantView>> View();

    Task<Outcome<TenantView>> AddQueue(string queueId, QueueProfile profile);

    Task<Outcome<TenantView>> AddSite(string siteKey, CreateSite site);

    /// <summary>Creates the account and configures the agent behind it.</summary>
    Task<Outcome<TenantView>> AddStaff(CreateAccount account, AgentProfile profile);

    /// <summary>Changes an agent of this tenant. Its queues must exist, and its skills be listed if any are.</summary>
    Task<Outcome<AgentSnapshot>> ConfigureAgent(string agentId, AgentProfile profile);

    /// <summary>The skills that agents may have and queues may need; empty while the tenant does not restrict them.</summary>
    Task<Outcome<ImmutableArray<Skill>>> Skills();

    /// <summary>Replaces the list. <see cref="ErrorCode.SkillInUse"/>, naming by whom, when one that is left out is still used.</summary>
    Task<Outcome<ImmutableArray<Skill>>> ListSkills(ImmutableArray<Skill> skills);
}
