using Grainline.Journal.ReadModels.Search;
using Npgsql;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>
/// The newest texts that match and that the reader may see. Looked for in slices of texts, newest first and more and more at a time, because an index of PostgreSQL gives all that it has before the
/// first row: a common word is answered from the newest slice, a rare one from all at once.
/// </summary>
internal sealed class CandidateScan(SearchRowQuery query, SearchWish wish, SearchStart start, SearchLook look)
{
    private const long MostSlices = 64;

    // What a look should find: more than are ranked, since not all may be seen.
    private const long Wanted = 2_000;

    private readonly List<(Candidate Found, string Text)> _found = [];

    public IReadOnlyList<(Candidate Found, string Text)> Found => _found;

    private bool IsEnough => _found.Count >= query.Candidates;

    // Of texts with all words of a phrase not all have the phrase.
    private int Limit => start.Asked.HasPhrases ? query.Candidates * 4 : query.Candidates - _found.Count;

    /// <summary>True when everything was looked at; false when there are as many as are ranked, or it is too late.</summary>
    public async Task<bool> Run(long top, CancellationToken cancellationToken)
    {
        try
        {
            var slices = Math.Clamp(Wanted * (SearchKeys.SliceOf(start.Last) + 1) / Math.Max(1, start.Asked.Likely), 1, MostSlices);
            for (var looks = 0; top > 0 && !IsEnough; looks++)
            {
                if (look.IsTooLate)
                    return false;
                // Only once it is known that those who match are seldom those who are meant.
                if (looks == 1 && await look.AreFewMeant(start.Asked.Likely, cancellationToken))
                    return await RunFew(top, cancellationToken);
                var first = Math.Max(0, SearchKeys.SliceOf(top) - slices + 1);
                if (Take(await look.Slices(first, top, Limit, cancellationToken)) is { } last)
                {
                    top = last - 1;
                    continue;
                }

                top = SearchKeys.FirstOf(first) - 1;
                slices = Math.Min(slices * 4, MostSlices);
            }

            return !IsEnough;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return false;
        }
    }

    private async Task<bool> RunFew(long top, CancellationToken cancellationToken)
    {
        while (!IsEnough)
        {
            if (Take(await look.Few(top, Limit, cancellationToken)) is not { } last)
                break;
            top = last - 1;
        }

        return !IsEnough;
    }

    /// <summary>Keeps what really matches; gives the last text when there may be more behind it.</summary>
    private long? Take(IReadOnlyList<(Candidate Found, string Text)> looked)
    {
        var limit = Limit;
        foreach (var (found, text) in looked)
        {
            if (!IsEnough && SearchMatch.Find(text, wish.Parts).Counts.All(count => count > 0))
                _found.Add((found, text));
        }

        return looked.Count >= limit ? looked[^1].Found.Doc : null;
    }
}
