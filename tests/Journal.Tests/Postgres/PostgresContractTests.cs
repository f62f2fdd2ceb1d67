namespace Grainline.Journal.Tests.Postgres;

public sealed class PostgresJournalTests : JournalContract<PostgresBackend>;

public sealed class PostgresStateStoreTests : StateStoreContract<PostgresBackend>;

public sealed class PostgresGlobalOrderTests : GlobalOrderContract<PostgresBackend>;

public sealed class PostgresModelTests : ModelContract<PostgresBackend>
{
    // Each burst is at least one round trip.
    protected override int Scripts => 30;
}

public sealed class PostgresFollowerTests : FollowerContract<PostgresBackend>;

public sealed class PostgresNodeLeaseTests : NodeLeaseContract<PostgresBackend>;
