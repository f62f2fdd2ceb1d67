namespace Grainline.Journal.Tests.Sqlite;

public sealed class SqliteJournalTests : JournalContract<SqliteBackend>;
