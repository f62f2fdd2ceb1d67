using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Hosting;

/// <summary>What a process of a cluster has to know before its runtime is built. Read and checked at once, because the runtime is built before options are validated.</summary>
public sealed record ClusterSettings(ClusterNameOptions Identity, MembershipOptions Membership, SiloEndpointOptions Endpoints, LinkTlsOptions Tls, string? Redis, string? Postgres)
{
    /// <summary>Orleans' name of the database.</summary>
    public const string Npgsql = "Npgsql";

    /// <summary>
    /// How long a call waits for its answer, where its method does not say otherwise. A gateway is not told that the silo behind the one it is connected to has died: what was under way there waits this long before it is repeated.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="OptionsValidationException">Something is missing or out of its range; the sentence names it.</exception>
    public static ClusterSettings Read(IConfiguration configuration)
    {
        var settings = new ClusterSettings(
            Section<ClusterNameOptions>(configuration, "Orleans"), Section<MembershipOptions>(configuration, "Cluster"), Section<SiloEndpointOptions>(configuration, "Orleans:Endpoints"),
            Section<LinkTlsOptions>(configuration, "Tls"), Section<RedisOptions>(configuration, "Redis").Configuration,
            Section<MembershipDatabaseOptions>(configuration, "Postgres").Membership);
        var missing = settings.Membership.Membership switch
        {
            MembershipStore.Redis when string.IsNullOrWhiteSpace(settings.Redis) => "Redis:Configuration",
            MembershipStore.PostgreSQL when string.IsNullOrWhiteSpace(settings.Postgres) => "Postgres:ConnectionString",
            _ => null,
        };
        return missing is null
            ? settings
            : throw Refused($"{missing} is missing: Cluster:Membership={settings.Membership.Membership} needs to know where that is.");
    }

    private static TOptions Section<TOptions>(IConfiguration configuration, string name)
        where TOptions : class, new()
    {
        var options = new TOptions();
        configuration.GetSection(name).Bind(options);
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new(options), faults, validateAllProperties: true)
            ? options
            : throw Refused([.. faults.Select(fault => $"{name}: {fault.ErrorMessage}")]);
    }

    private static OptionsValidationException Refused(params string[] sentences) => new("", typeof(ClusterSettings), sentences);
}
