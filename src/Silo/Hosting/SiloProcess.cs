using Grainline.Gateway.Hosting;
using Grainline.Hosting;

namespace Grainline.Silo.Hosting;

/// <summary>The process: built, run, and its failures to start turned into one sentence and exit code 1.</summary>
internal static class SiloProcess
{
    /// <param name="complaints">Where a failure to start is explained; the error stream when null.</param>
    public static async Task<int> Run(string[] args, TextWriter? complaints = null)
    {
        var start = new StartLog();
        WebApplication? app = null;
        try
        {
            app = Build(args, start);
            await app.StartAsync();
            start.Succeeded();
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (!start.HasSucceeded && StartFailure.Explain(e) is { } sentence)
        {
            await (complaints ?? Console.Error).WriteLineAsync($"Grainline cannot start: {sentence}");
            return 1;
        }
        finally
        {
            if (app is not null)
                await app.DisposeAsync();
        }
    }

    public static WebApplication Build(string[] args, StartLog start, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = CommandLine.Spell(args), ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(SiloProcess).Assembly.GetName().Name,
        });
        var options = builder.AddSiloDefaults(start);
        builder.AddJournalStorage(options.Data);
        builder.Services.AddBlobs(Path.Combine(options.Data, "attachments"));
        builder.AddGrainRuntime();
        builder.Services.AddGrains(builder.Configuration);
        builder.AddKafka();
        builder.Services.AddGateway(new DirectoryInfo(Path.Combine(options.Data, "keys")));
        builder.Services.AddHostedService<FirstStart>();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapGateway();
        return app;
    }
}
