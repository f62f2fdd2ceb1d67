using Grainline.Journal.Postgres;
using Grainline.Journal.Postgres.Schema;

namespace Grainline.Silo.Hosting;

/// <summary><c>Grainline.Silo migrate</c>: brings the database to this program's state and ends. Silos never do it themselves: their role may not.</summary>
internal static class SchemaMigration
{
    public static async Task Run(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = new PostgresOptions();
        builder.Configuration.GetSection("Postgres").Bind(options);
        var applied = await new PostgresSchema(options).MigrateAsync();
        await Console.Out.WriteLineAsync(applied == 0 ? "The database is up to date." : $"{applied} migrations were applied.");
    }
}
