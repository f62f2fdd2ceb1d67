using Microsoft.AspNetCore.SignalR;
using Npgsql;

namespace Grainline.Load.References;

internal static class StoreSetup
{
    /// <summary>As many calls of one socket at once as the system allows an agent: one at a time, its ten conversations would queue behind every commit.</summary>
    private const int ParallelCalls = 20;

    private const string Schema = """
        create table if not exists messages (
            id bigint generated always as identity primary key,
            conversation text not null,
            seq bigint not null,
            client_message_id text not null,
            author text not null,
            body text not null,
            at timestamptz not null,
            unique (conversation, seq))
        """;

    public static void AddStore(this WebApplicationBuilder builder)
    {
        var database = NpgsqlDataSource.Create(builder.Configuration["Database"] ?? throw new InvalidOperationException("Name the database: --Database Host=..."));
        using (var create = database.CreateCommand(Schema))
            create.ExecuteNonQuery();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<BatchedInserts>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BatchedInserts>());
        builder.Services.Configure<HubOptions>(options => options.MaximumParallelInvocationsPerClient = ParallelCalls);
    }
}
