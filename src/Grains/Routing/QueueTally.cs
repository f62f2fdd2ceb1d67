namespace Grainline.Routing;

/// <summary>What happened in one span of time, as sums: spans add up.</summary>
/// <param name="From">When the span begins (UTC).</param>
internal sealed record QueueTally(DateTimeOffset From)
{
    public int Offered { get; init; }

    public int Answered { get; init; }

    public int Abandoned { get; init; }

    public int WithinTarget { get; init; }

    /// <summary>Of the answered.</summary>
    public double WaitSeconds { get; init; }

    public double LongestSeconds { get; init; }

    public double BusySeconds { get; init; }

    public double CapacitySeconds { get; init; }

    public int EtaSamples { get; init; }

    public double EtaErrorSeconds { get; init; }

    /// <summary>Told minus real.</summary>
    public double EtaBiasSeconds { get; init; }

    /// <summary>Every wait told, not only the first of each conversation.</summary>
    public int ToldSamples { get; init; }

    public double ToldErrorSeconds { get; init; }

    public QueueTally Add(QueueTally other) => this with
    {
        Offered = Offered + other.Offered,
        Answered = Answered + other.Answered,
        Abandoned = Abandoned + other.Abandoned,
        WithinTarget = WithinTarget + other.WithinTarget,
        WaitSeconds = WaitSeconds + other.WaitSeconds,
        LongestSeconds = Math.Max(LongestSeconds, other.LongestSeconds),
        BusySeconds = BusySeconds + other.BusySeconds,
        CapacitySeconds = CapacitySeconds + other.CapacitySeconds,
        EtaSamples = EtaSamples + other.EtaSamples,
        EtaErrorSeconds = EtaErrorSeconds + other.EtaErrorSeconds,
        EtaBiasSeconds = EtaBiasSeconds + other.EtaBiasSeconds,
        ToldSamples = ToldSamples + other.ToldSamples,
        ToldErrorSeconds = ToldErrorSeconds + other.ToldErrorSeconds,
    };

    public SpanFigures Figures()
    {
        var ended = Answered + Abandoned;
        return new(
            Offered, Answered, Abandoned, WithinTarget, ended == 0 ? null : (double)WithinTarget / ended,
            Answered == 0 ? null : WaitSeconds / Answered, LongestSeconds, CapacitySeconds <= 0 ? null : BusySeconds / CapacitySeconds,
            EtaSamples == 0 ? null : EtaErrorSeconds / EtaSamples, EtaSamples == 0 ? null : EtaBiasSeconds / EtaSamples, EtaSamples,
            ToldSamples == 0 ? null : ToldErrorSeconds / ToldSamples, ToldSamples);
    }
}
