using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Grainline.Benchmarks;

/// <summary>
/// What a grain call costs above a direct call of the same method, without contention. The calls are awaited one after the other, so elapsed
/// time is the CPU time of one call wherever no pool thread has to wake; the ratio column is the cost in direct calls.
/// </summary>
[InProcess, MemoryDiagnoser]
public class GrainCallBenchmark
{
    private IHost _host = null!;
    private IGrainFactory _grains = null!;
    private long _activated;
    private IAdderGrain _direct = null!;
    private IAdderGrain _grain = null!;
    private IAdderGrain _caller = null!;

    [GlobalSetup]
    public async Task StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans();
        _host = builder.Build();
        await _host.StartAsync();
        _grains = _host.Services.GetRequiredService<IGrainFactory>();
        _direct = new Adder();
        _grain = _grains.GetGrain<IAdderGrain>("callee");
        _caller = _grains.GetGrain<IAdderGrain>("caller");
        await _grain.Add(1, 2);
        await _caller.AddThrough(_grain, 1);
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<int> Direct() => await _direct.Add(1, 2);

    [Benchmark]
    public async Task<int> Grain() => await _grain.Add(1, 2);

    [Benchmark]
    public async Task<int> GrainThatYields() => await _grain.AddLater(1, 2);

    [Benchmark(OperationsPerInvoke = CallsPerRound)]
    public Task<int> GrainToGrain() => _caller.AddThrough(_grain, CallsPerRound);

    [Benchmark]
    public async Task<int> Activation() => await _grains.GetGrain<IAdderGrain>(_activated++.ToString(CultureInfo.InvariantCulture)).Add(1, 2);

    internal const int CallsPerRound = 100;
}
