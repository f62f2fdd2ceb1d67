namespace Grainline.Load.Figures;

/// <summary>PostgreSQL's processes write what they do into their command line: <c>postgres: walwriter</c>, <c>postgres: user database [local] INSERT</c>.</summary>
internal static class ProcessTitle
{
    private const string Postgres = "postgres: ";

    public static string Of(string program, string commandLine)
    {
        var title = commandLine.TrimEnd('\0', ' ');
        if (!title.StartsWith(Postgres, StringComparison.Ordinal))
            return program;
        title = title[Postgres.Length..];
        if (title.StartsWith("autovacuum worker", StringComparison.Ordinal))
            return "autovacuum worker";
        // Only a session names its client's address, and what it does changes from moment to moment.
        return title.Contains("[local]", StringComparison.Ordinal) || title.Contains('(', StringComparison.Ordinal) ? "database session" : title;
    }
}
