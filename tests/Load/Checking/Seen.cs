namespace Grainline.Load.Checking;

/// <summary>One entry as one viewer was shown it.</summary>
internal readonly record struct Seen(long Seq, long Prev, PostId Post)
{
    public override string ToString() => $"seq {Seq} prev {Prev} post {Post}";
}
