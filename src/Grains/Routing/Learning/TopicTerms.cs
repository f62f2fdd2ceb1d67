namespace Grainline.Routing.Learning;

/// <summary>What a topic usually takes.</summary>
/// <param name="Count">Outcomes, faded.</param>
/// <param name="Outcome">Sum of their outcomes.</param>
internal sealed record TopicTerms(double Count, double Outcome)
{
    private const double Fades = 2_048;

    public static readonly TopicTerms None = new(0, 0);

    public double Mean(double usual) => Count == 0 ? usual : Outcome / Count;

    public TopicTerms Learn(double outcome)
    {
        var fade = Count >= Fades ? 0.5 : 1.0;
        return new((Count * fade) + 1, (Outcome * fade) + outcome);
    }
}
