using Grainline.Refusals;
using Orleans;

namespace Grainline.Security;

/// <summary>The installation itself: whether it has been set up, and the one-time code that lets the first administrator do it.</summary>
[Alias("IInstallationGrain")]
public interface IInstallationGrain : IGrainWithStringKey
{
    Task<InstallationView> View();

    /// <summary>A fresh one-time setup code; the former one stops working. Refused once the installation is ready.</summary>
    /// <param name="unlessWithin">Refused too when one was issued so recently: of several silos that start together one prints a link that works.</param>
    Task<Outcome<string>> IssueSetupCode(TimeSpan? unlessWithin = null);

    /// <summary>Creates the first tenant, queue, site and administrator. Right once: the code is spent by it.</summary>
    Task<Outcome<TenantView>> SetUp(SetUpInstallation command);

    /// <summary>Creates the demonstration tenant; idempotent.</summary>
    Task<Outcome<TenantView>> CreateDemo(string passwordHash);
}

/// <param name="Code">From <see cref="IInstallationGrain.IssueSetupCode"/>.</param>
/// <param name="Tenant">Id, becomes part of every key.</param>
/// <param name="TenantName">Display name.</param>
/// <param name="Login">The first administrator's.</param>
/// <param name="Name">The first administrator's display name.</param>
/// <param name="PasswordHash">Made by the gateway.</param>
/// <param name="Origins">Web origins of the first site.</param>
[GenerateSerializer, Immutable, Alias("installation.setup")]
public sealed record SetUpInstallation(
    string Code, string Tenant, string TenantName, string Login, string Name, string PasswordHash, System.Collections.Immutable.ImmutableArray<string> Origins);
