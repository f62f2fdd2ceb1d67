namespace Grainline;

/// <summary>
/// Keys of grains whose every activation answers alike. A gateway sends one key's calls to one silo for as long as it lives, so a few keys are used by turns: together they reach every silo.
/// </summary>
internal static class AnySilo
{
    // Enough for an even load on a dozen silos; each costs a silo a few hundred bytes.
    private const int Keys = 64;

    public static long Key() => Random.Shared.Next(Keys);
}
