using Grainline.Gateway.Authentication;

namespace Grainline.Gateway.Hosting;

/// <summary>The process of a gateway: sockets, REST and pages in front of silos that run elsewhere. It keeps nothing.</summary>
internal static class GatewayProcess
{
    private const string Address = "http://127.0.0.1:8080";

    // Sockets are sent away within seconds; the rest is for requests under way.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(120);

    /// <param name="complaints">Where a failure to start is explained; the error stream when null.</param>
    public static Task<int> Run(string[] args, TextWriter? complaints = null) => HostedProcess.Run(start => Build(args, start), StartFailure.Explain, complaints);

    public static WebApplication Build(string[] args, StartLog start, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(GatewayProcess).Assembly.GetName().Name,
        });
        builder.AddProcessDefaults(start, Address, ShutdownTimeout);
        // The web server need not wait for the silos: it tells the orchestrator that this process lives, and is not ready.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        // Data protection asks for its keys before silos can be reached, and is told so; SiloKeysLoader says when that lasts.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", level => level >= LogLevel.Error && start.HasSucceeded);
        // It says with every try what SilosAwaited says now and then.
        builder.Logging.AddFilter("Orleans.Messaging.GatewayManager", start.Shows);
        builder.AddSilos();
        builder.Services.AddBlobs(Path.GetFullPath(Path.Combine("data", "attachments")));
        builder.Services.AddGateway(keys => keys.PersistKeysToSilos());
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseDoorman();
        app.MapGateway();
        return app;
    }
}
