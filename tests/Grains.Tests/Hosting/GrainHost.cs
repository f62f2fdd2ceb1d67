using Grainline.Agents;
using Grainline.Conversations;
using Grainline.Hosting;
using Grainline.Journal;
using Grainline.Routing;
using Grainline.Runtime.Tests.Hosting;
using Grainline.Security;
using Grainline.Silo.Hosting;
using Grainline.Testing;
using Grainline.Visitors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;

namespace Grainline.Tests.Hosting;

/// <summary>All grains on a real journal in a folder of its own, with a clock that only tests move. On Orleans they may live on several silos.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    public const string Tenant = "acme";
    public const string Queue = "support";
    public const string OtherQueue = "returns";

    // A leap of the tests' clock must not end what is just being activated: that takes the machine's time.
    private static readonly TimeSpan Unhurried = TimeSpan.FromDays(49);

    private readonly string _folder;
    private readonly Action<HostApplicationBuilder> _configure;
    private readonly Stack<IHost> _silos = [];
    private IHost _host = null!;

    private GrainHost(string folder, ManualTimeProvider clock, Action<HostApplicationBuilder> configure)
    {
        _folder = folder;
        _configure = configure;
        Clock = clock;
    }

    public ManualTimeProvider Clock { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => _host.Services.GetRequiredService<IJournal>();

    public IServiceProvider Services => _host.Services;

    /// <summary>Runs before every grain call; what it throws is what the caller gets, and the call never happens.</summary>
    public Func<IIncomingGrainCallContext, Task> BeforeCall { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Runs after every grain call, before its caller has the answer.</summary>
    public Func<IIncomingGrainCallContext, Task> AfterCall { get; set; } = static _ => Task.CompletedTask;

    public static Task<GrainHost> Start(params string[] agents) => Start(static _ => { }, agents);

    public static async Task<GrainHost> Start(Action<HostApplicationBuilder> configure, params string[] agents)
    {
        var host = new GrainHost(Directory.CreateTempSubdirectory("grainline-").FullName, new ManualTimeProvider(), configure);
        await host.StartSilos();
        await host.SetUp(agents);
        return host;
    }

    /// <summary>Stops the silo and starts another on the same folder, to which something may happen in between.</summary>
    public async Task Restart(Action<string>? meanwhile = null)
    {
        await StopSilos();
        meanwhile?.Invoke(_folder);
        await StartSilos();
    }

    public async ValueTask DisposeAsync()
    {
        await StopSilos();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartSilos()
    {
        var group = new SiloGroup();
        for (var i = 0; i < SiloGroup.Size; i++)
        {
            _silos.Push(Build(group));
            if (i == 0)
                _host = _silos.Peek();
            await _silos.Peek().StartAsync();
        }
    }

    // The first silo has the journal, so it goes last.
    private async Task StopSilos()
    {
        while (_silos.TryPop(out var silo))
        {
            await silo.StopAsync();
            silo.Dispose();
        }
    }

    private IHost Build(SiloGroup group)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        _configure(builder);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        if (_silos.Count == 0)
            builder.Services.AddSqliteJournal(o => o.Directory = _folder);
        else
            SharedStores.Add(builder.Services, _host.Services);
        builder.Services.AddBlobs(Path.Combine(_folder, "attachments"));
        builder.Services.AddGrainStorage("journal", (services, _) => new JournalGrainStorage(services.GetRequiredService<IStateStore>()));
        builder.UseOrleans(silo =>
        {
            group.Configure(silo);
            silo.Configure<GrainCollectionOptions>(static grains => grains.ActivationTimeout = Unhurried);
            silo.AddIncomingGrainCallFilter(Surround);
        });
        builder.Services.AddGrains(builder.Configuration);
        return builder.Build();
    }

    // A runtime may talk to itself through the same filters; that is none of the tests' business.
    private async Task Surround(IIncomingGrainCallContext call)
    {
        var ours = call.Grain is Grain;
        if (ours)
            await BeforeCall(call);
        await call.Invoke();
        if (ours)
            await AfterCall(call);
    }

    private async Task SetUp(string[] agents)
    {
        var tenant = Grains.Tenant(Tenant);
        Assert.True((await tenant.Create(new("Acme"))).Succeeded);
        Assert.True((await tenant.AddQueue(Queue, new("Support", "least-loaded", 30))).Succeeded);
        Assert.True((await tenant.AddQueue(OtherQueue, new("Returns", "least-loaded", 30))).Succeeded);
        Assert.True((await tenant.AddSite("acme", new(Tenant, "Acme", Queue, []))).Succeeded);
        foreach (var agent in agents)
            Assert.True((await tenant.AddStaff(new(agent, Tenant, agent, agent, StaffRoles.Agent, "hash"), new(agent, 2, [Queue]))).Succeeded);
    }

    public IConversationGrain Conversation(string id) => Grains.Conversation(new ConversationKey(Tenant, id));

    public IAgentGrain Agent(string id) => Grains.Agent(new AgentKey(Tenant, id));

    /// <summary>The visitor that <c>People</c> calls Ada.</summary>
    public IVisitorGrain Visitor => Grains.Visitor(new VisitorKey(Tenant, "ada"));

    public IRoutingGrain Routing => Grains.Routing(new QueueKey(Tenant, Queue));
}
