using Grainline.Gateway.Hosting;
using Grainline.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Grainline.Silo.Hosting;

/// <summary>Everything in one process: grains, journal, gateway and pages.</summary>
internal static class SiloParts
{
    public const string Address = "http://127.0.0.1:8080";

    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    public static void AddParts(this WebApplicationBuilder builder, SiloOptions options, StartLog start)
    {
        builder.AddJournalStorage(options.Data);
        builder.Services.AddBlobs(Path.Combine(options.Data, "attachments"));
        builder.AddGrainRuntime();
        builder.Services.AddGrains(builder.Configuration);
        builder.AddKafka();
        builder.Services.AddGateway(keys => keys.PersistKeysToFileSystem(new(Path.Combine(options.Data, "keys"))));
        builder.Services.AddHostedService<FirstStart>();
    }

    public static void MapParts(this WebApplication app) => app.MapGateway();
}
