namespace Grainline.Routing;

/// <summary>How far ahead in line a conversation starts. Everybody ages at the same pace, so nobody starves.</summary>
public enum Priority
{
    Low = -1,
    Normal = 0,
    High = 1,
    Urgent = 2,
}
