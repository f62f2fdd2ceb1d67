using Npgsql;

namespace Grainline.Journal.Postgres;

/// <summary>Connection strings as every user of the database needs them: all names resolve in our schema, statements are prepared once per connection.</summary>
public static class PostgresConnections
{
    public const string Schema = "grainline";

    /// <summary>Of a process at most, unless the connection string says otherwise.</summary>
    private const int Sessions = 30;

    /// <summary>For the program, also for libraries that open connections themselves.</summary>
    public static string Program(PostgresOptions options) => Complete(options.ConnectionString, options).ConnectionString;

    /// <summary>For whoever owns the schema; the program's own when there is no other.</summary>
    public static string Owner(PostgresOptions options)
    {
        var owner = Complete(options.MigrationConnectionString ?? options.ConnectionString, options);
        // A migration takes as long as it takes.
        owner.CommandTimeout = 0;
        owner.Pooling = false;
        return owner.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Complete(string given, PostgresOptions options)
    {
        var complete = new NpgsqlConnectionStringBuilder(given)
        {
            SearchPath = Schema,
            ApplicationName = "grainline",
            Enlist = false,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // Those who wait for a word of the database learn that it has gone.
            KeepAlive = 10,
            CommandTimeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
        };
        // Our statements are short: compiling one takes longer than any of them.
        complete.Options = $"{complete.Options} -c jit=off".TrimStart();
        // A server has 100 by default, for all silos.
        if (!complete.ShouldSerialize("Maximum Pool Size")) complete.MaxPoolSize = Sessions;
        return complete;
    }
}
