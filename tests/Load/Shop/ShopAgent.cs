namespace Grainline.Load.Shop;

/// <summary>One agent of the shop.</summary>
/// <param name="From">Hour of the day at which the shift begins.</param>
/// <param name="To">Hour at which no new conversation is given any more.</param>
/// <param name="Factors">By topic: this agent's median time over the topic's. Hidden from every policy.</param>
internal sealed record ShopAgent(string Id, double From, double To, double[] Factors);

/// <param name="Minutes">Median handle time in ordinary hands.</param>
/// <param name="Share">Of all conversations.</param>
internal sealed record ShopTopic(string Id, bool IsComplex, double Minutes, double Share);

/// <summary>Somebody writes.</summary>
/// <param name="At">Since the first midnight.</param>
/// <param name="Topic">Index of the topic.</param>
/// <param name="Patience">Seconds until the visitor gives up; infinite if never.</param>
internal sealed record ShopVisit(string Id, TimeSpan At, int Topic, double Patience);
