using Grainline.Load.Checking;

namespace Grainline.Load.Talk;

/// <summary>Sends a seat's posts over whatever connects it, and tells the seat how each one ended, exactly once.</summary>
internal interface IPoster
{
    void Post(Seat seat, PostId post, long due);
}
