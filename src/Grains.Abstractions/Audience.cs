namespace Grainline;

/// <summary>Whose view an entry belongs to. Entries that a viewer may not see are skipped in its <c>prev</c> chain, so they leave no gap.</summary>
[Flags]
public enum Audience
{
    Nobody = 0,
    Visitors = 1,
    Staff = 2,
    Everyone = Visitors | Staff,
}
