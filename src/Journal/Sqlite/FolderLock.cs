namespace Grainline.Journal.Sqlite;

/// <summary>
/// Keeps a second process away from the folder for as long as this one lives. The operating system lets go of it when the process
/// ends, however it ends, so a left-over lock file means nothing.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="JournalUnavailableException">Another process has the folder, or it cannot be written.</exception>
    public static FolderLock Take(string directory)
    {
        var path = Path.Combine(directory, "journal.lock");
        try
        {
            Directory.CreateDirectory(directory);
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException(
                $"The data folder '{directory}' cannot be locked ({path}): another process has it open, or it is not writable.", failure);
        }
    }

    public void Dispose() => _file.Dispose();
}
