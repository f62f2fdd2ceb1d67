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
    Task<Outcome<TenantView>> AddStaff(CreateAccount account, Agents.AgentProfile profile);
}
