using Grainline.Gateway.Hosting;
using Grainline.Journal;

namespace Grainline.Silo.Hosting;

/// <summary>The process of a silo. What it consists of depends on the edition: <see cref="SiloParts"/>.</summary>
internal static class SiloProcess
{
    /// <param name="complaints">Where a failure to start is explained; the error stream when null.</param>
    public static Task<int> Run(string[] args, TextWriter? complaints = null) => args is ["migrate", .. var rest]
        ? HostedProcess.Once(() => SchemaMigration.Run(rest), Explain, complaints)
        : HostedProcess.Run(start => Build(args, start), Explain, complaints);

    public static WebApplication Build(string[] args, StartLog start, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = CommandLine.Spell(args), ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(SiloProcess).Assembly.GetName().Name,
        });
        builder.AddProcessDefaults(start, SiloParts.Address, SiloParts.ShutdownTimeout);
        builder.Services.AddOptions<SiloOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        var options = new SiloOptions();
        builder.Configuration.Bind(options);
        options.Data = Path.GetFullPath(options.Data);
        builder.AddParts(options, start);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapParts();
        return app;
    }

    private static string? Explain(Exception exception) => exception switch
    {
        JournalException journal => journal.Message,
        AggregateException { InnerException: JournalException journal } => journal.Message,
        _ => StartFailure.Explain(exception),
    };
}
