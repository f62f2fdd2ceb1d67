using Grainline.Gateway.Hosting;
using Grainline.Hosting;
using Grainline.Journal;
using Grainline.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;

namespace Grainline.Gateway.Tests.Hosting;

/// <summary>Grains on Orleans and the gateway in one process, over a journal in a folder: no cluster is made like this, but all that a gateway says and asks is the same.</summary>
internal static class WholeProcess
{
    public static WebApplication Build(string[] arguments, StartLog start, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. arguments, "--Demo:AllowRemote=true"], ContentRootPath = AppContext.BaseDirectory });
        builder.AddProcessDefaults(start, "http://127.0.0.1:0", TimeSpan.FromSeconds(20));
        builder.Services.AddOptions<SiloOptions>().BindConfiguration("");
        var folder = Path.GetFullPath(builder.Configuration["data"]!);
        builder.Services.AddSqliteJournal(journal => journal.Directory = folder);
        builder.Services.AddGrainStorage("journal", static (services, _) => new JournalGrainStorage(services.GetRequiredService<IStateStore>()));
        builder.Services.AddBlobs(Path.Combine(folder, "attachments"));
        builder.Services.AddGrains(builder.Configuration);
        builder.AddKafka();
        builder.Services.AddGateway(keys => keys.PersistKeysToFileSystem(new(Path.Combine(folder, "keys"))));
        builder.Services.AddHostedService<FirstStart>();
        configure(builder);
        var app = builder.Build();
        app.MapGateway();
        return app;
    }
}
