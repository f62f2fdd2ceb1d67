using Grainline.Runtime.Activations;
using Grainline.Runtime.Calls;
using Grainline.Runtime.Observers;
using Grainline.Runtime.Proxies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;

namespace Grainline.Runtime;

/// <summary>Everything that one silo's references and activations share.</summary>
internal sealed partial class GrainRuntime : IDisposable
{
    private readonly ILogger _logger;
    private readonly GrainClasses _classes;
    private IncomingFilters? _filters;

    public GrainRuntime(
        IServiceProvider services,
        GrainClasses classes,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        TimeProvider time,
        ILogger<GrainRuntime> logger)
    {
        _logger = logger;
        _classes = classes;
        Services = services;
        Time = time;
        Collection = collection.Value;
        Timeouts = new(time, messaging.Value.ResponseTimeout);
        References = new(this);
        Observers = new(this);
        Directory = new(this, classes, Observers);
        Collector = new(this, collection.Value);
    }

    internal IServiceProvider Services { get; }

    internal TimeProvider Time { get; }

    internal GrainCollectionOptions Collection { get; }

    // Resolved at the first call, because filters may ask for the grain factory, which needs this.
    internal IncomingFilters Filters => _filters ??= new(Services.GetServices<IIncomingGrainCallFilter>(), _classes.AnyFilters);

    internal CallTimeouts Timeouts { get; }

    internal ReferenceFactory References { get; }

    internal ObserverRegistry Observers { get; }

    internal ActivationDirectory Directory { get; }

    internal ActivationCollector Collector { get; }

    internal CancellationTokenSource CreateDeadline(TimeSpan after) => new(after, Time);

    public void Dispose()
    {
        Collector.Dispose();
        Timeouts.Dispose();
    }
}
