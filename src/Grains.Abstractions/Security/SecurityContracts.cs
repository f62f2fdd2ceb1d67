using System.Collections.Immutable;
using Orleans;

namespace Grainline.Security;

/// <summary>A web site that may embed the widget.</summary>
/// <param name="SiteKey">Public, unique in the installation.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Name">Shown in the widget's header.</param>
/// <param name="Queue">Where its conversations go.</param>
/// <param name="Origins">Allowed web origins such as <c>https://shop.example</c>; empty allows only the installation's own.</param>
[GenerateSerializer, Immutable, Alias("site.view")]
public sealed record SiteView(string SiteKey, string Tenant, string Name, string Queue, ImmutableArray<string> Origins);

[GenerateSerializer, Immutable, Alias("site.create")]
public sealed record CreateSite(string Tenant, string Name, string Queue, ImmutableArray<string> Origins);

/// <summary>What a shop says of a signed-in customer, proven with the site's secret.</summary>
/// <param name="Id">The shop's own customer id, 1 to 128 characters.</param>
/// <param name="Name">Display name, if the shop says it.</param>
/// <param name="Email">If the shop says it.</param>
/// <param name="Hmac">Lower-case hex of HMAC-SHA-256 over <see cref="SignedText"/> in UTF-8, keyed with the UTF-8 bytes of the site's secret as it is shown.</param>
[GenerateSerializer, Immutable, Alias("site.identity")]
public sealed record SignedIdentity(string Id, string? Name, string? Email, string Hmac)
{
    /// <summary>Everything that is claimed, so that nobody can put another's address beside a genuine id: id, name and e-mail, a line each, without empty lines at the end.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string SignedText => $"{Id}\n{Name}\n{Email}".TrimEnd('\n');
}

/// <summary>A person who logs in.</summary>
/// <param name="Login">Unique in the installation, lower case.</param>
/// <param name="Tenant">Whose account it is.</param>
/// <param name="AgentId">Id of the agent grain, within the tenant.</param>
/// <param name="Name">Display name.</param>
/// <param name="Roles">What it may do.</param>
/// <param name="PasswordHash">Made and checked by the gateway's password hasher; opaque here.</param>
/// <param name="Demo">A demonstration account: accepted from loopback only.</param>
[GenerateSerializer, Immutable, Alias("account.create")]
public sealed record CreateAccount(string Login, string Tenant, string AgentId, string Name, StaffRoles Roles, string PasswordHash, bool Demo = false);

/// <summary>What the gateway needs to check a log-in.</summary>
/// <param name="Stamp">Changes when the password or the roles change: sessions made with an older one are over.</param>
/// <param name="LockedUntil">Set after too many failures (UTC).</param>
[GenerateSerializer, Immutable, Alias("account.credentials")]
public sealed record Credentials(
    string Login, string Tenant, string AgentId, string Name, StaffRoles Roles, string PasswordHash, string Stamp, bool Demo, DateTimeOffset? LockedUntil);

[GenerateSerializer, Immutable, Alias("tenant.create")]
public sealed record CreateTenant(string Name);

/// <summary>Everything an administrator has set up in a tenant.</summary>
[GenerateSerializer, Immutable, Alias("tenant.view")]
public sealed record TenantView(
    string Tenant, string Name, ImmutableArray<string> Sites, ImmutableArray<string> Queues, ImmutableArray<StaffView> Staff);

[GenerateSerializer, Immutable, Alias("staff.view")]
public sealed record StaffView(string Login, string AgentId, string Name, StaffRoles Roles);

/// <param name="Ready">True once somebody can log in.</param>
/// <param name="Demo">True when the demonstration tenant exists.</param>
[GenerateSerializer, Immutable, Alias("installation.view")]
public sealed record InstallationView(bool Ready, bool Demo);

/// <summary>Something that agents can be good at.</summary>
/// <param name="Id">What profiles refer to, such as <c>refunds</c>.</param>
/// <param name="Name">Display name.</param>
[GenerateSerializer, Immutable, Alias("tenant.skill")]
public sealed record Skill(string Id, string Name);
