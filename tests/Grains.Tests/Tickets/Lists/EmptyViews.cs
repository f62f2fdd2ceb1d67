using Grainline.Conversations;
using Grainline.Journal;
using Grainline.Journal.ReadModels;
using Grainline.Journal.ReadModels.Search;
using Grainline.Journaling;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Lists;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Grainline.Tests.Tickets.Lists;

/// <summary>Read models in an empty folder of their own, which follow a journal as far as they are told.</summary>
internal sealed class EmptyViews : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("grainline-views-");
    private ServiceProvider _services;

    public EmptyViews() => _services = Open();

    /// <summary>A process of its own that ends there.</summary>
    public async Task Follow(GrainHost host, long until)
    {
        await _services.DisposeAsync();
        _services = Open();
        var (journal, tickets, talks) = (new JournalUntil(host.Journal, until), host.Services.GetRequiredService<EventCodec<TicketEvent>>(), host.Services.GetRequiredService<EventCodec<ConversationEvent>>());
        using var lists = new TicketProjection(journal, _services.GetRequiredService<ITicketRows>(), tickets, host.Grains, new OnlyFollowerTurns(), TimeProvider.System, NullLogger<TicketProjection>.Instance);
        using var search = new SearchProjection(journal, _services.GetRequiredService<ISearchRows>(), tickets, talks, new OnlyFollowerTurns(), TimeProvider.System, NullLogger<SearchProjection>.Instance);
        foreach (var follower in new JournalFollower[] { lists, search })
        {
            await follower.StartAsync(CancellationToken.None);
            await follower.WaitUntilHandledAsync(until);
            await follower.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Takes the lists' checkpoint back. That of search is stored with its texts and cannot be lost alone.</summary>
    public async Task Forget(long position) => await _services.GetRequiredService<ITicketRows>().WriteAsync("ticket-list", position);

    public ITicketDirectory Directory(GrainHost host)
    {
        var rows = _services.GetRequiredService<ITicketRows>();
        var search = ActivatorUtilities.CreateInstance<TicketSearch>(host.Services, _services.GetRequiredService<ISearchRows>());
        return new TicketDirectory(rows, search, ActivatorUtilities.CreateInstance<TicketAudit>(host.Services, rows));
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    private ServiceProvider Open() => new ServiceCollection().AddLogging().AddSqliteJournal(o => o.Directory = _folder.FullName).BuildServiceProvider();

    /// <summary>The journal as it was at a position.</summary>
    private sealed class JournalUntil(IJournal journal, long until) : IJournal
    {
        public long CommittedPosition => until;

        public async ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(long position, int limit, CancellationToken cancellationToken = default) =>
            [.. (await journal.ReadAllAsync(position, limit, cancellationToken)).Where(entry => entry.Position <= until)];

        public Task WaitForGrowthAsync(long position, CancellationToken cancellationToken = default) =>
            position < until ? Task.CompletedTask : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

        public ValueTask<StreamHead> OpenAsync(string stream, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<long> AppendAsync(string stream, long epoch, long head, IReadOnlyList<NewEntry> entries, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(string stream, long after, int limit, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<long?> FindClientIdAsync(string stream, string clientId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
