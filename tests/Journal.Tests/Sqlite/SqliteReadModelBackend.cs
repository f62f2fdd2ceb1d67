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
    private ViewsFile? _file;

    public override ITicketRows Tickets => new SqliteTicketRows(File);

    public override IConversationRows Conversations => new SqliteConversationRows(File);

    public override IDecisionRows Decisions => new SqliteDecisionRows(File);

    public override ISearchRows Search => new SqliteSearchRows(File, TimeProvider.System);

    private ViewsFile File => _file ?? throw new InvalidOperationException("Not opened.");

    public override Task OpenAsync()
    {
        _file = new(new SqliteJournalOptions { Directory = _folder.Path });
        return Task.CompletedTask;
    }

    public override Task ReopenAsync()
    {
        File.Dispose();
        return OpenAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _file?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteConversationRowsTests : ConversationRowsContract<SqliteReadModelBackend>;

public sealed class SqliteDecisionRowsTests : DecisionRowsContract<SqliteReadModelBackend>;

public sealed class SqliteTicketRowsTests : TicketRowsContract<SqliteReadModelBackend>;

public sealed class SqliteTicketFilterTests : TicketFilterContract<SqliteReadModelBackend>;

public sealed class SqliteSearchRowsTests : SearchRowsContract<SqliteReadModelBackend>;
