using System.Diagnostics;
using Npgsql;

namespace Grainline.Journal.Postgres.Writing;

/// <summary>
/// Brings a group to its outcome. Normally that is one round trip. Chains that are not accepted whole - their stream has another epoch or head, or holds one of their client ids - are decided append by append
/// afterwards, still before anything else of their streams is sent.
/// </summary>
internal sealed class GroupExecution(NpgsqlConnection connection, WriteGroup group, Action<long> committed)
{
    private const int Attempts = 5;

    private readonly List<AppendChain> _apart = [];

    public async Task RunAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var chains = group.Chains;
        if (await SendAsync(group.Opens, chains).ConfigureAwait(false) is not { } answer)
        {
            // One of them holds a known client id, which has undone all: those go apart, the others again.
            var known = await KnownClientIds.FindAsync(connection, chains).ConfigureAwait(false);
            var duplicates = known.Keys.Select(key => key.Stream).ToHashSet(StringComparer.Ordinal);
            _apart.AddRange(chains.Where(chain => duplicates.Contains(chain.Stream)));
            chains = [.. chains.Where(chain => !duplicates.Contains(chain.Stream))];
            answer = await SendAsync(group.Opens, chains).ConfigureAwait(false);
            if (answer is null) (answer, chains) = (await OneByOneAsync(chains).ConfigureAwait(false), []);
        }
        JournalMetrics.GroupDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        JournalMetrics.GroupSize.Record(group.Opens.Count + group.Chains.Sum(chain => chain.Appends.Count));
        Tell(answer, chains);
        foreach (var append in _apart.SelectMany(chain => chain.Appends))
        {
            if (await SingleAppend.ExecuteAsync(connection, append).ConfigureAwait(false) is > 0 and var position) Committed(append.Entries.Count, position);
        }
    }

    /// <summary>Null when a client id is known already: nothing was done.</summary>
    private async Task<GroupAnswer?> SendAsync(IReadOnlyList<PendingOpen> opens, IReadOnlyList<AppendChain> chains)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (opens.Count + chains.Count == 0) return new(new Dictionary<string, StreamHead>(), [], 0);
                return await GroupStatement.ExecuteAsync(connection, opens, chains).ConfigureAwait(false);
            }
            catch (PostgresException failure) when (PostgresFailure.IsDuplicate(failure))
            {
                return null;
            }
            catch (PostgresException failure) when (PostgresFailure.GaveWay(failure) && attempt < Attempts)
            {
                JournalMetrics.Failures.Add(1);
            }
        }
    }

    /// <summary>Somebody else was faster with a client id, twice in a row.</summary>
    private async Task<GroupAnswer> OneByOneAsync(IReadOnlyList<AppendChain> chains)
    {
        _apart.AddRange(chains);
        return (await SendAsync(group.Opens, []).ConfigureAwait(false))!;
    }

    private void Tell(GroupAnswer answer, IReadOnlyList<AppendChain> chains)
    {
        foreach (var open in group.Opens) open.Complete(answer.Heads[open.Stream]);
        var accepted = chains.Where((_, number) => answer.Accepted[number]).ToArray();
        _apart.AddRange(chains.Where((_, number) => !answer.Accepted[number]));
        if (accepted.Length > 0) Committed(accepted.Sum(chain => chain.Count), answer.LastPosition);
        foreach (var chain in accepted) chain.Complete();
    }

    private void Committed(int entries, long position)
    {
        JournalMetrics.Entries.Add(entries);
        committed(position);
    }
}
