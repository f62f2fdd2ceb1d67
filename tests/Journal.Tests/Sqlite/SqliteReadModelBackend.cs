using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journal.Sqlite;
using Grainline.Journal.Sqlite.ReadModels;
using Grainline.Journal.Sqlite.ReadModels.Search;
using Grainline.Journal.Sqlite.ReadModels.Tickets;
using Grainline.Journal.Tests.ReadModels;

namespace Grainline.Journal.Tests.Sqlite;

public sealed class SqliteReadModelBackend : ReadModelBackend
{
    private readonly TemporaryFolder _folder = new();
    private ViewsFile _file;

    public SqliteReadModelBackend() => _file = Open();

    public override ITicketRows Tickets => new SqliteTicketRows(_file);

    public override IConversationRows Conversations => new SqliteConversationRows(_file);

    public override ISearchRows Search => new SqliteSearchRows(_file, TimeProvider.System);

    public override void Reopen()
    {
        _file.Dispose();
        _file = Open();
    }

    public override void Dispose()
    {
        _file.Dispose();
        _folder.Dispose();
    }

    private ViewsFile Open() => new(new SqliteJournalOptions { Directory = _folder.Path });
}

public sealed class SqliteTicketRowsTests : TicketRowsContract<SqliteReadModelBackend>;

public sealed class SqliteTicketFilterTests : TicketFilterContract<SqliteReadModelBackend>;

public sealed class SqliteSearchRowsTests : SearchRowsContract<SqliteReadModelBackend>;
