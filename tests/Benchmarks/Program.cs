using BenchmarkDotNet.Running;
using Grainline.Benchmarks;

if (args is ["cpu"])
    await CpuPerCall.RunAsync(Console.Out);
else if (args is ["routing"])
    await DecisionCost.RunAsync(Console.Out);
else if (args is ["ids"])
    await IdCost.RunAsync(Console.Out);
else if (args is ["tickets"])
    await TicketCost.RunAsync(Console.Out);
else if (args is ["deadlines"])
    await DeadlineFirings.RunAsync(Console.Out);
else if (args is ["deadlines-arm", var folder])
    await DeadlineFirings.ArmForeverAsync(folder, Console.Out);
else if (args is ["search", ..])
    await SearchCost.RunAsync(Console.Out, args is [_, var messages] ? int.Parse(messages, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
else if (args is ["journal"])
    await JournalCost.RunAsync(Console.Out);
else if (args is ["ticket-delta"])
    await TicketDelta.RunAsync(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(GrainCallBenchmark).Assembly).Run(args);
