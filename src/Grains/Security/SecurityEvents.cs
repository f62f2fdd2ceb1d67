using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Grainline.Security;

/// <summary>What can happen to a tenant. Names and members are the journal's format: they only grow.</summary>
[JsonDerivedType(typeof(TenantCreated), "tenant.created")]
[JsonDerivedType(typeof(QueueAdded), "tenant.queue-added")]
[JsonDerivedType(typeof(SiteAdded), "tenant.site-added")]
[JsonDerivedType(typeof(StaffAdded), "tenant.staff-added")]
[JsonDerivedType(typeof(SkillsListed), "tenant.skills-listed")]
internal abstract record TenantEvent;

internal sealed record TenantCreated(string Name) : TenantEvent;

internal sealed record QueueAdded(string Queue) : TenantEvent;

internal sealed record SiteAdded(string SiteKey) : TenantEvent;

internal sealed record StaffAdded(StaffView Staff) : TenantEvent;

/// <summary>The whole list as it is from now on.</summary>
internal sealed record SkillsListed(ImmutableArray<Skill> Skills) : TenantEvent;

/// <summary>What can happen to an account.</summary>
[JsonDerivedType(typeof(AccountCreated), "account.created")]
[JsonDerivedType(typeof(PasswordChanged), "account.password-changed")]
[JsonDerivedType(typeof(AccountLocked), "account.locked")]
internal abstract record AccountEvent;

internal sealed record AccountCreated(
    string Tenant, string AgentId, string Name, StaffRoles Roles, string PasswordHash, string Stamp, bool Demo) : AccountEvent;

internal sealed record PasswordChanged(string PasswordHash, string Stamp) : AccountEvent;

internal sealed record AccountLocked(DateTimeOffset Until) : AccountEvent;

/// <summary>What can happen to a site.</summary>
[JsonDerivedType(typeof(SiteCreated), "site.created")]
internal abstract record SiteEvent;

internal sealed record SiteCreated(string Tenant, string Name, string Queue, ImmutableArray<string> Origins, string Secret) : SiteEvent;

/// <summary>What can happen to the installation.</summary>
[JsonDerivedType(typeof(SetupCodeIssued), "installation.code-issued")]
[JsonDerivedType(typeof(InstallationReady), "installation.ready")]
internal abstract record InstallationEvent;

/// <param name="CodeHash">SHA-256 of the code, so that the journal does not let anyone in.</param>
internal sealed record SetupCodeIssued(string CodeHash) : InstallationEvent;

internal sealed record InstallationReady(string Tenant, bool Demo) : InstallationEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TenantEvent))]
[JsonSerializable(typeof(AccountEvent))]
[JsonSerializable(typeof(SiteEvent))]
[JsonSerializable(typeof(InstallationEvent))]
internal sealed partial class SecurityJson : JsonSerializerContext;
