using Grainline.Runtime.Tests.Migration;
using Grainline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Grainline.Runtime.Tests.Hosting;

/// <summary>Two places between which a grain can migrate: in one process they are one, and the next activation is the other place.</summary>
internal sealed class TravelPair : IAsyncDisposable
{
    private readonly ConformanceCluster _silo;

    private TravelPair(ConformanceCluster silo) => _silo = silo;

    internal IGrainFactory Grains => _silo.Grains;

    internal ManualTimeProvider Clock => _silo.Clock;

    internal static async Task<TravelPair> StartAsync(TravelBook book) => new(await ConformanceCluster.StartAsync(silo => silo.Services.AddSingleton(book)));

    /// <summary>Asks the grain to go to the other place; it goes when it is idle.</summary>
    internal Task Send(ITravellingGrain grain) => grain.Go();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();
}
