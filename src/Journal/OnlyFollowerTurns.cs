namespace Grainline.Journal;

/// <summary>For a store that one process has to itself: whoever asks has the turn and keeps it.</summary>
public sealed class OnlyFollowerTurns : IFollowerTurns
{
    public ValueTask<IFollowerTurn> WaitAsync(string projection, CancellationToken cancellationToken = default)
    {
        JournalArguments.Name(projection);
        return new(new Turn());
    }

    private sealed class Turn : IFollowerTurn
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => default;
    }
}
