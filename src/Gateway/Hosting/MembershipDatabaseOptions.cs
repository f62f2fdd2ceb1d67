namespace Grainline.Gateway.Hosting;

/// <summary>What membership needs of section <c>Postgres</c>, also in a gateway, which reads nothing else there.</summary>
public sealed class MembershipDatabaseOptions
{
    /// <summary>The database as Npgsql reads it. Needed with <c>Cluster:Membership=PostgreSQL</c>.</summary>
    public string? ConnectionString { get; set; }

    // Orleans' statements name no schema.
    internal string? Membership => string.IsNullOrWhiteSpace(ConnectionString) ? null : $"{ConnectionString.TrimEnd(';')};Search Path=grainline";
}
