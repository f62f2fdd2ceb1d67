namespace Grainline.Load.Figures;

/// <summary>Pairs the moments at which a runtime began to stop its threads with those at which they ran again.</summary>
internal sealed class PauseLog
{
    private readonly Lock _gate = new();
    private readonly List<(long At, long Length)> _pauses = [];
    private long? _since;

    /// <param name="at">By <see cref="Clock"/>.</param>
    /// <param name="forGc">Debuggers and profilers stop threads too; these stops belong to nobody here.</param>
    public void Stopped(long at, bool forGc) => _since = forGc ? at : null;

    public void Resumed(long at)
    {
        if (_since is not { } since)
            return;
        _since = null;
        lock (_gate)
            _pauses.Add((since, at - since));
    }

    /// <summary>The process ended in the middle: that pause never ended.</summary>
    public void Ended() => _since = null;

    /// <summary>Those that began between two moments.</summary>
    public Pause[] Between(long from, long until)
    {
        lock (_gate)
            return [.. _pauses.Where(pause => pause.At >= from && pause.At < until).Select(pause => new Pause((pause.At - from) / 1e9, pause.Length / 1e6))];
    }
}
