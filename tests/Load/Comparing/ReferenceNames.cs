using Grainline.Testing.Postgres;

namespace Grainline.Load.Comparing;

/// <summary>What the system is compared with; the names are the first argument of the reference program.</summary>
internal static class ReferenceNames
{
    /// <summary>Bare SignalR groups, nothing stored.</summary>
    public const string SignalR = "signalr";

    /// <summary>SignalR groups; every message is committed to PostgreSQL, in batches, before it is told and acknowledged.</summary>
    public const string Postgres = "signalr-postgres";

    /// <summary>Kestrel's WebSockets, bytes forwarded.</summary>
    public const string Relay = "relay";

    /// <summary>Those that can run on this machine.</summary>
    public static string[] Available() => PostgresInstallation.Find() is null ? [SignalR, Relay] : [SignalR, Postgres, Relay];
}
