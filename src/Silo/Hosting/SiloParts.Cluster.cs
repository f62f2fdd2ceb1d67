using Grainline.Gateway.Authentication;
using Grainline.Gateway.Hosting;
using Grainline.Hosting;

namespace Grainline.Silo.Hosting;

/// <summary>Grains, and a port for those who run them. People come in through gateways.</summary>
internal static class SiloParts
{
    public const string Address = "http://127.0.0.1:8081";

    /// <summary>A busy silo hands over many activations; orchestrators have to wait a little longer than this.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(120);

    public static void AddParts(this WebApplicationBuilder builder, SiloOptions options, StartLog start)
    {
        // Its first look measures from the machine's own start and complains of hours.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", start.Shows);
        builder.AddJournalStorage();
        builder.Services.AddBlobs(Path.Combine(options.Data, "attachments"));
        builder.AddGrainRuntime();
        builder.Services.AddGrains(builder.Configuration);
        builder.AddKafka();
        builder.Services.AddOperations();
        builder.Services.AddDemoOptions();
        builder.Services.AddSingleton<Passwords>().AddHostedService<FirstStart>();
    }

    public static void MapParts(this WebApplication app)
    {
        app.MapOperations();
        app.MapDashboard();
    }
}
