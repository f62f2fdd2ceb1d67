using Grainline.Load.Clients;
using Grainline.Load.Servers;

namespace Grainline.Load.Faults;

/// <summary>A file system of its own in an image file, mounted on the data folder: filled or sealed without harm to anything else.</summary>
internal sealed class SmallVolume : IAsyncDisposable
{
    private const long Size = 512L << 20;

    private readonly string _image, _folder;
    private readonly string _ballast;
    private bool _mounted;

    private SmallVolume(string folder) => (_folder, _image, _ballast) = (folder, folder + ".ext4", Path.Combine(folder, "ballast"));

    /// <exception cref="RefusedException">Not root, or this machine has no loop devices.</exception>
    public static async Task<SmallVolume> Mount(string folder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
            throw new RefusedException("disk-full and read-only mount a small ext4 image as the server's data folder: run the tool as root, on a machine with loop devices.");
        var volume = new SmallVolume(folder);
        await using (var image = File.Create(volume._image))
            image.SetLength(Size);
        try
        {
            // No reserve for root, who this is: full means full.
            await Tool.Run(["mkfs.ext4", "-q", "-m", "0", volume._image], cancellation);
            await Tool.Run(["mount", "-o", "loop", volume._image, folder], cancellation);
            volume._mounted = true;
            return volume;
        }
        catch
        {
            await volume.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes all room that is left; again and again takes what was freed meanwhile.</summary>
    public void Fill()
    {
        using var file = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[1 << 20];
        for (var size = block.Length; size >= 512;)
        {
            try
            {
                file.Write(block, 0, size);
            }
            catch (IOException)
            {
                // No room for this much: perhaps for less.
                size /= 2;
            }
        }
    }

    public void Free() => File.Delete(_ballast);

    /// <summary>
    /// Nothing in it can be written, made or removed, not even through files that are open. A remount would be refused while the server has files open for writing;
    /// the immutable flag is not. SQLite's shared memory is left out: it holds no data, and Linux answers a write to a mapped page of an immutable file with SIGBUS.
    /// </summary>
    public Task Seal() => Tool.Run(["chattr", "+i", _folder, .. Sealed()], CancellationToken.None);

    public Task Unseal() => Tool.Run(["chattr", "-i", _folder, .. Sealed()], CancellationToken.None);

    private IEnumerable<string> Sealed() =>
        Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        if (_mounted)
            await Tool.Run(["umount", _folder], CancellationToken.None);
        File.Delete(_image);
    }
}
