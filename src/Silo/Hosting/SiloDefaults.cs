using Microsoft.Extensions.Logging.Console;

namespace Grainline.Silo.Hosting;

internal static class SiloDefaults
{
    private const string Address = "http://127.0.0.1:8080";

    public static SiloOptions AddSiloDefaults(this WebApplicationBuilder builder, StartLog start)
    {
        builder.Services.AddOptions<SiloOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (string.IsNullOrEmpty(builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey)))
            builder.WebHost.UseUrls(Address);
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", start.Shows);
        var options = new SiloOptions();
        builder.Configuration.Bind(options);
        options.Data = Path.GetFullPath(options.Data);
        return options;
    }
}
