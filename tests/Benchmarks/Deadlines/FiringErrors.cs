using System.Collections.Concurrent;
using System.Globalization;
using Grainline.Deadlines;
using Orleans;

namespace Grainline.Benchmarks;

/// <summary>How late each deadline reached its target.</summary>
internal sealed class FiringErrors
{
    private readonly ConcurrentQueue<(string Name, double Milliseconds)> _late = [];

    public int Count => _late.Count;

    public void Heard(IIncomingGrainCallContext call)
    {
        if (call.InterfaceMethod.Name == nameof(IDeadlineTarget.Due) && call.Request.GetArgument(0) is DueDeadline due)
            _late.Enqueue((due.Name, (TimeProvider.System.GetUtcNow() - due.DueAt).TotalMilliseconds));
    }

    public string Row(string name)
    {
        double[] sorted = [.. _late.Where(l => l.Name == name).Select(l => l.Milliseconds).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{name,-10} {sorted.Length,8:N0} {At(sorted, 0.5),9:F1} {At(sorted, 0.99),9:F1} {sorted[^1],9:F1} {sorted[0],9:F1}");
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
