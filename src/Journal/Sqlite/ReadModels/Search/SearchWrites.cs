using System.Runtime.InteropServices;
using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Sqlite.ReadModels.Search;

/// <summary>Writes texts and what is known of their words in one transaction.</summary>
internal sealed class SearchWrites(SqliteDatabase database, WordCounts<string> counts) : IDisposable
{
    private readonly SqliteStatement _addTenant = database.Prepare("INSERT OR IGNORE INTO search_tenant (tenant) VALUES (?1)");
    private readonly SqliteStatement _tenant = database.Prepare("SELECT no FROM search_tenant WHERE tenant = ?1");
    private readonly SqliteStatement _addOwner = database.Prepare("INSERT OR IGNORE INTO search_owner (tenant, kind, id) VALUES (?1, ?2, ?3)");
    private readonly SqliteStatement _owner = database.Prepare("SELECT key FROM search_owner WHERE tenant = ?1 AND kind = ?2 AND id = ?3");
    private readonly SqliteStatement _head = database.Prepare("SELECT h.doc, x.text FROM search_head h JOIN search_text x ON x.id = h.doc WHERE h.owner = ?1");
    private readonly SqliteStatement _setHead = database.Prepare("INSERT OR REPLACE INTO search_head VALUES (?1, ?2)");
    private readonly SqliteStatement _unindex = database.Prepare("INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?1, ?2)");
    private readonly SqliteStatement _removeDoc = database.Prepare("DELETE FROM search_doc WHERE id = ?1");
    private readonly SqliteStatement _removeText = database.Prepare("DELETE FROM search_text WHERE id = ?1");
    private readonly SqliteStatement _index = database.Prepare("INSERT INTO search_index (rowid, words) VALUES (?1, ?2)");
    private readonly SqliteStatement _doc = database.Prepare("INSERT INTO search_doc VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly SqliteStatement _text = database.Prepare("INSERT INTO search_text VALUES (?1, ?2)");
    private readonly SqliteStatement _total = database.Prepare("UPDATE search_tenant SET texts = texts + ?2, words = words + ?3 WHERE no = ?1");
    private readonly SqliteStatement _texts = database.Prepare("SELECT texts FROM search_word WHERE word = ?1");
    private readonly SqliteStatement _setTexts = database.Prepare("INSERT OR REPLACE INTO search_word VALUES (?1, ?2)");

    private readonly Dictionary<string, long> _tenants = [];
    private readonly Dictionary<long, (long Texts, long Words)> _totals = [];
    private readonly Dictionary<(long Tenant, SearchKind Kind, string Id), long> _owners = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inText = new(StringComparer.Ordinal);

    public void Write(IEnumerable<SearchText> texts)
    {
        var owned = texts.Select(text => (Text: text, Tenant: Tenant(text.Tenant), Owner: Owner(text))).ToArray();
        var newest = owned.Index().Where(t => t.Item.Text.Seq == 0).GroupBy(t => t.Item.Owner).ToDictionary(same => same.Key, same => same.Last().Index);
        // In order of their numbers, and before all that is added: the index writes a segment whenever numbers fall.
        foreach (var (tenant, kind, doc, text) in newest.Values.Select(i => Former(owned[i].Tenant, owned[i].Text.Kind, owned[i].Owner)).Where(f => f.Doc > 0).OrderBy(f => f.Doc).ToArray())
            Remove(tenant, kind, doc, text);
        var id = database.Scalar("SELECT max(id) FROM search_doc");
        foreach (var (i, (text, tenant, owner)) in owned.Index())
        {
            if (text.Seq != 0 || newest[owner] == i)
                Add(++id, tenant, owner, text);
        }

        CountWords();
        foreach (var (tenant, (added, words)) in _totals)
            _total.Bind(1, tenant).Bind(2, added).Bind(3, words).Run();
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _addTenant, _tenant, _addOwner, _owner, _head, _setHead, _unindex, _removeDoc, _removeText, _index, _doc, _text, _total, _texts, _setTexts })
            statement.Dispose();
    }

    private void Add(long id, long tenant, long owner, SearchText text)
    {
        var words = Words.Of(text.Text);
        var indexed = new IndexedWords(tenant, text.Kind).Of(words);
        _index.Bind(1, id).Bind(2, string.Join(' ', indexed)).Run();
        _doc.Bind(1, id).Bind(2, owner).Bind(3, text.Seq).Bind(4, text.At.ToUnixTimeMilliseconds()).Bind(5, words.Count).Run();
        _text.Bind(1, id).Bind(2, text.Text).Run();
        if (text.Seq == 0)
            _setHead.Bind(1, owner).Bind(2, id).Run();
        _inText.Clear();
        foreach (var word in indexed.Where(_inText.Add))
            CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out _)++;
        Count(tenant, words.Count, 1);
    }

    // In order: neighbours share pages.
    private void CountWords()
    {
        foreach (var word in counts.Unknown(_words).Order(StringComparer.Ordinal))
        {
            counts.Learn(word, _texts.Bind(1, word).Step() ? _texts.Int64(0) : 0);
            _texts.Reset();
        }

        foreach (var (word, texts) in counts.Add(_words).OrderBy(due => due.Word, StringComparer.Ordinal))
            _setTexts.Bind(1, word).Bind(2, texts).Run();
    }

    private void Remove(long tenant, SearchKind kind, long doc, string text)
    {
        var words = Words.Of(text);
        _unindex.Bind(1, doc).Bind(2, string.Join(' ', new IndexedWords(tenant, kind).Of(words))).Run();
        _removeDoc.Bind(1, doc).Run();
        _removeText.Bind(1, doc).Run();
        Count(tenant, words.Count, -1);
    }

    private void Count(long tenant, int words, int sign)
    {
        var (texts, before) = _totals.GetValueOrDefault(tenant);
        _totals[tenant] = (texts + sign, before + (sign * words));
    }

    private (long Tenant, SearchKind Kind, long Doc, string Text) Former(long tenant, SearchKind kind, long owner)
    {
        _head.Bind(1, owner);
        var former = _head.Step() ? (tenant, kind, _head.Int64(0), _head.Text(1)) : (tenant, kind, 0, "");
        _head.Reset();
        return former;
    }

    private long Tenant(string name)
    {
        if (_tenants.TryGetValue(name, out var known))
            return known;
        _addTenant.Bind(1, name).Run();
        return _tenants[name] = Number(_tenant.Bind(1, name));
    }

    private long Owner(SearchText text)
    {
        var tenant = Tenant(text.Tenant);
        if (_owners.TryGetValue((tenant, text.Kind, text.Id), out var known))
            return known;
        _addOwner.Bind(1, tenant).Bind(2, (long)text.Kind).Bind(3, text.Id).Run();
        return _owners[(tenant, text.Kind, text.Id)] = Number(_owner.Bind(1, tenant).Bind(2, (long)text.Kind).Bind(3, text.Id));
    }

    private static long Number(SqliteStatement select)
    {
        var number = select.Step() ? select.Int64(0) : throw new InvalidOperationException("What was just inserted is not there.");
        select.Reset();
        return number;
    }
}
