namespace Grainline.Load.Figures;

/// <summary>What a system cost between two moments.</summary>
/// <param name="Processes">One row for each kind of process; empty when they cannot be seen.</param>
/// <param name="ResidentBytes">Of all at the end, shared pages once.</param>
/// <param name="Pauses">Null when no .NET process could be watched.</param>
/// <param name="CompilerCpuSeconds">Of the background compilers of its .NET processes: far from nought, and it was still warming up.</param>
/// <param name="ToolCpuShare">In cores: near the number of the tool's cores it was the tool that was measured.</param>
internal sealed record Costs(double Seconds, IReadOnlyList<ProcessCost> Processes, long? ResidentBytes, Pauses? Pauses, double CompilerCpuSeconds, double ToolCpuShare)
{
    public double? CpuSeconds => Processes.Count == 0 ? null : Processes.Sum(process => process.CpuSeconds);
}

/// <summary>Measures the processes of a system from outside, between <see cref="Begin"/> and <see cref="End"/>.</summary>
/// <param name="delivered">Deliveries so far, for the samples; null where nothing is delivered.</param>
internal sealed class Measurement(IMeasured measured, Func<long>? delivered = null) : IDisposable
{
    private readonly List<PauseWatch> _watches = [];
    private readonly Timeline? _timeline = delivered is null ? null : new(delivered, measured);
    private readonly CancellationTokenSource _sampling = new();
    private Task _sampled = Task.CompletedTask;
    private ProcessTable _before = new([]);
    private double _compilerBefore;
    private double _toolBefore;

    public long Began { get; private set; }

    /// <summary>Every second since <see cref="Attach"/>, so also of a warm-up.</summary>
    public Sample[] Samples => _timeline?.Since(Began) ?? [];

    /// <summary>Begins to take samples and to watch garbage collections. Well before <see cref="Begin"/>, because attaching costs the process something.</summary>
    public async Task Attach()
    {
        for (var i = 0; i < measured.Roots.Count; i++)
        {
            var number = i;
            if (measured.Roots[i].IsDotNet)
                _watches.Add(new(() => measured.Roots is var roots && number < roots.Count ? roots[number].Pid : null));
        }
        await Task.WhenAll(_watches.Select(watch => watch.Start()));
        _sampled = _timeline?.Run(_sampling.Token) ?? Task.CompletedTask;
    }

    public void Begin()
    {
        (_before, _compilerBefore, _toolBefore) = (ProcessTable.Of(measured.Roots), Compiler.CpuSeconds(measured), Tool);
        Began = Clock.Now;
    }

    public async Task<Costs> End()
    {
        var (ended, after, compiler, tool) = (Clock.Now, ProcessTable.Of(measured.Roots), Compiler.CpuSeconds(measured), Tool);
        await _sampling.CancelAsync();
        await _sampled;
        await Task.WhenAll(_watches.Select(watch => watch.Stop()));
        var seconds = (ended - Began) / 1e9;
        return new(
            seconds, after.Since(_before), after.Rows.Count == 0 ? null : after.ResidentBytes,
            _watches.Exists(watch => watch.IsAttached) ? Pauses.Of(_watches.SelectMany(watch => watch.Log.Between(Began, ended))) : null,
            Math.Max(0, compiler - _compilerBefore), (tool - _toolBefore) / seconds);
    }

    public void Dispose()
    {
        _sampling.Cancel();
        _sampling.Dispose();
        foreach (var watch in _watches)
            watch.Dispose();
    }

    private static double Tool => ProcessFigures.Of(Environment.ProcessId).CpuSeconds;
}
