namespace Grainline.Load.Faults;

/// <summary>Faults of the disk: the data folder is a small file system of its own.</summary>
internal abstract class VolumeFault : Fault
{
    private SmallVolume? _volume;

    protected SmallVolume Volume => _volume ?? throw new InvalidOperationException("The fault was not prepared.");

    public override async Task Prepare(Ground ground, CancellationToken cancellation) => _volume = await SmallVolume.Mount(ground.Data, cancellation);

    public override async ValueTask DisposeAsync()
    {
        if (_volume is not null)
            await _volume.DisposeAsync();
    }
}
