namespace Grainline.Journal;

/// <summary>
/// Numbers from 0 to 1,023 for those who make ids by themselves: each number is held by one owner at a time, for a while.
/// Clocks decide who may have a number, never who may use which ids: that is the <see cref="NodeLease.Mark"/>, which only the present owner can raise.
/// </summary>
/// <remarks>Failures are those of the journal. Owners are names: 1 to 512 bytes of UTF-8, and never used a second time.</remarks>
public interface INodeLeases
{
    /// <summary>How many numbers there are.</summary>
    const int Count = 1024;

    /// <summary>
    /// Takes the lowest number that nobody holds any more, durably before the return: one that was never taken, was released, or whose lease ended before <paramref name="endedBefore"/>.
    /// The mark stays as the former owner has left it. Nothing above it is the new owner's before <see cref="RenewAsync"/> has raised it.
    /// </summary>
    /// <param name="owner">The new owner's name.</param>
    /// <param name="until">The end of its lease.</param>
    /// <param name="endedBefore">The present time less the margin that clocks of different machines need.</param>
    /// <param name="highestMark">Numbers with a higher mark are left alone, as if they were held.</param>
    /// <param name="cancellationToken">Withdraws the request while it waits.</param>
    /// <exception cref="NoNodeNumberException">There is no such number.</exception>
    ValueTask<NodeLease> AcquireAsync(
        string owner, DateTimeOffset until, DateTimeOffset endedBefore, long highestMark, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes end and mark of <paramref name="lease"/> if its owner is still the number's, even if the lease had ended meanwhile. The mark never falls. Repeating it after a failure is safe.
    /// </summary>
    /// <exception cref="NodeLeaseLostException">Another owner has the number, or it was released.</exception>
    ValueTask RenewAsync(NodeLease lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// Frees the number at once, if its owner still has it, and leaves <see cref="NodeLease.Mark"/> to the next one, also if that is below the mark so far: the owner says that it has used nothing above it and never will.
    /// </summary>
    ValueTask ReleaseAsync(NodeLease lease, CancellationToken cancellationToken = default);
}
