using Microsoft.Extensions.Logging.Console;

namespace Grainline.Gateway.Hosting;

public static class ProcessDefaults
{
    /// <param name="address">To listen on, when nothing else is said.</param>
    /// <param name="shutdown">How long services may take to stop.</param>
    public static void AddProcessDefaults(this WebApplicationBuilder builder, StartLog start, string address, TimeSpan shutdown)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdown);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (string.IsNullOrEmpty(builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey)))
            builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", start.Shows).AddFilter("Orleans", start.ShowsOfRuntime);
    }
}
