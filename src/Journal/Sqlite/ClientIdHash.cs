namespace Grainline.Journal.Sqlite;

/// <summary>FNV-1a over UTF-16, 64 bits. Stored in files, so it never changes. Whoever makes ids collide slows down a stream of his own and deceives nobody.</summary>
internal static class ClientIdHash
{
    /// <summary>Stands for an entry without a client id; no id hashes to it.</summary>
    public const long None = 0;

    public static long Of(string clientId)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in clientId) hash = unchecked((hash ^ unit) * 1099511628211UL);
        return hash == 0 ? 1 : unchecked((long)hash);
    }
}
