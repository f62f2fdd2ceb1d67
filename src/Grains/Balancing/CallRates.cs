using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Balancing;

/// <summary>Calls into this silo's grains per second, and into its busiest movable grains. A filter that counts: about a lock that nobody contends for per call.</summary>
internal sealed class CallRates(TimeProvider time) : IIncomingGrainCallFilter
{
    private const int Stripes = 16;
    private const int GrainsPerStripe = 32;

    private readonly Stripe[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new Stripe())];
    private long _since = time.GetTimestamp();
    private double _observed;

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is IGrainBase)
            Count(context.TargetId, context.Grain is IMovable);
        return context.Invoke();
    }

    public void Count(GrainId grain, bool movable)
    {
        var stripe = StripeOf(grain);
        lock (stripe)
        {
            stripe.Calls++;
            if (movable)
                stripe.Hot.Count(grain);
        }
    }

    /// <summary>
    /// The rates since the last sample with what has not faded of those before. Calls and the time they were counted in fade alike, so a steady rate is told as it is from the first sample on.
    /// </summary>
    public CallSample Sample(TimeSpan window)
    {
        var now = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(_since, now).TotalSeconds;
        _since = now;
        _observed += elapsed;
        if (_observed <= 0)
            return new(0, []);
        var keep = Math.Exp(-elapsed / window.TotalSeconds);
        var (calls, hot) = (0.0, new List<(GrainId Grain, double Weight)>());
        foreach (var stripe in _stripes)
        {
            lock (stripe)
            {
                calls += stripe.Calls;
                hot.AddRange(stripe.Hot.Certain());
                stripe.Calls *= keep;
                stripe.Hot.Fade(keep);
            }
        }

        var observed = _observed;
        _observed *= keep;
        return new(calls / observed,
            [.. hot.Select(h => new GrainRate(h.Grain.ToString(), h.Weight / observed)).OrderByDescending(h => h.Rate).ThenBy(h => h.Grain, StringComparer.Ordinal)]);
    }

    /// <summary>A grain that leaves counts no longer: the silo's rate is at once what it will be without it.</summary>
    public void Forget(GrainId grain)
    {
        var stripe = StripeOf(grain);
        lock (stripe)
        {
            var gone = stripe.Hot.Certain().FirstOrDefault(h => h.Grain == grain).Weight;
            stripe.Calls = Math.Max(0, stripe.Calls - gone);
            stripe.Hot.Forget(grain);
        }
    }

    private Stripe StripeOf(GrainId grain) => _stripes[(uint)grain.GetHashCode() % Stripes];

    private sealed class Stripe
    {
        public HotGrains Hot { get; } = new(GrainsPerStripe);

        public double Calls { get; set; }
    }
}

/// <param name="Rate">Calls per second into all grains.</param>
/// <param name="Hottest">The busiest movable grains, the busiest first.</param>
internal sealed record CallSample(double Rate, ImmutableArray<GrainRate> Hottest);
