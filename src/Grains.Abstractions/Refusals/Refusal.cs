using Orleans;

namespace Grainline.Refusals;

/// <summary>A "no" that the caller can act on. Refusals are returned, never thrown: exceptions are left to bugs and infrastructure.</summary>
/// <param name="Code">The number that clients switch on.</param>
/// <param name="Message">One plain sentence for a log or a developer; user interfaces translate <paramref name="Code"/> instead.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(ErrorCode Code, string Message);
