using System.ComponentModel.DataAnnotations;

namespace Grainline.Balancing;

/// <summary>When conversations move between the silos of a cluster. Read anew in every cycle.</summary>
public sealed class BalancingOptions : IValidatableObject
{
    /// <summary>Whether busy conversations are moved at all; turned off, nothing is moved from the next cycle on.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often silos report and moves are decided.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:05:00")]
    public TimeSpan Cycle { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Over what time calls are counted; older ones fade. Shorter sees load sooner and is fooled more often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:10:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A silo is hot above this multiple of the mean rate.</summary>
    [Range(1.05, 10.0)]
    public double Threshold { get; set; } = 1.25;

    /// <summary>A hot silo is relieved down to this multiple of the mean, and counts as hot again only above the threshold. At most the threshold.</summary>
    [Range(1.0, 10.0)]
    public double Release { get; set; } = 1.1;

    /// <summary>Cycles that a silo has to be hot before something moves; after moves they are counted anew, because rates need time to show them.</summary>
    [Range(1, 100)]
    public int Cycles { get; set; } = 3;

    /// <summary>Moves of one cycle at most.</summary>
    [Range(1, 1_000)]
    public int MovesPerCycle { get; set; } = 8;

    /// <summary>How long a conversation that has moved stays where it is. At most an hour is remembered.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CoolDown { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Calls per second of the mean silo below which nothing moves: a quiet cluster has no hot silo.</summary>
    [Range(0.1, 1_000_000.0)]
    public double MinimumRate { get; set; } = 50;

    /// <summary>Calls per second below which a conversation is cold and not worth a move.</summary>
    [Range(0.01, 100_000.0)]
    public double MinimumGrainRate { get; set; } = 1;

    /// <summary>How long nothing moves after silos came or went.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MembershipPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A silo younger than this gets nothing moved to it: it still compiles its code.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan YoungSilo { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A silo that uses more per cent of its processors gets nothing moved to it.</summary>
    [Range(1.0, 100.0)]
    public double TargetCpu { get; set; } = 80;

    /// <summary>Orleans' own rebalancer, which evens out activations and memory and is experimental there. Read at the start.</summary>
    public bool Rebalancer { get; set; }

    /// <summary>Orleans' own repartitioner, which brings grains together that call each other and is experimental there. Read at the start.</summary>
    public bool Repartitioner { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Release > Threshold)
            yield return new("Balancing:Release must not be above Balancing:Threshold.", [nameof(Release)]);
    }
}
