using BenchmarkDotNet.Running;
using Grainline.Benchmarks;

if (args is ["cpu"])
    await CpuPerCall.RunAsync(Console.Out);
else if (args is ["routing"])
    await DecisionCost.RunAsync(Console.Out);
else if (args is ["ids"])
    await IdCost.RunAsync(Console.Out);
else if (args is ["deadlines"])
    await DeadlineFirings.RunAsync(Console.Out);
else if (args is ["deadlines-arm", var folder])
    await DeadlineFirings.ArmForeverAsync(folder, Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(GrainCallBenchmark).Assembly).Run(args);
