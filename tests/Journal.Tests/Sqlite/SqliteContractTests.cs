namespace Grainline.Journal.Tests.Sqlite;

public sealed class SqliteJournalTests : JournalContract<SqliteBackend>;

public sealed class SqliteStateStoreTests : StateStoreContract<SqliteBackend>;

public sealed class SqliteGlobalOrderTests : GlobalOrderContract<SqliteBackend>;

public sealed class SqliteModelTests : ModelContract<SqliteBackend>;

public sealed class SqliteFollowerTests : FollowerContract<SqliteBackend>;

public sealed class SqliteNodeLeaseTests : NodeLeaseContract<SqliteBackend>;
