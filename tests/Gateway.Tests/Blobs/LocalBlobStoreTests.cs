using Grainline.Blobs;
using Grainline.Blobs.Local;
using Microsoft.Extensions.Options;

namespace Grainline.Gateway.Tests.Blobs;

public sealed class LocalBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grainline-blobs-");

    public void Dispose() => _folder.Delete(recursive: true);

    internal override IBlobStore Store() => new LocalBlobStore(Options.Create(new BlobOptions { Folder = _folder.FullName, FlushBytes = 1 << 20 }));

    [Fact]
    public async Task Append_AfterACrashInAnUnprovenPiece_CutsItOff()
    {
        await Store().CreateAsync(Blob, default);
        await Append(0, Bytes[..100]);
        // What a process leaves that is killed between the bytes and their proof.
        var part = Directory.EnumerateFiles(_folder.FullName, "*.part", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(Path.ChangeExtension(part, "verify"), "100");
        await File.AppendAllTextAsync(part, "unproven");

        Assert.Equal(100, await Store().LengthAsync(Blob, default));
        await Append(100, Bytes[100..]);
        await Store().CompleteAsync(Blob, default);

        Assert.Equal(Bytes, await Read(0, Bytes.Length));
    }

    [Fact]
    public async Task Append_FolderRefuses_IsAFailureOfTheStore()
    {
        await Store().CreateAsync(Blob, default);
        var part = Directory.EnumerateFiles(_folder.FullName, "*.part", SearchOption.AllDirectories).Single();
        File.Delete(part);
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(part)!, Blob.Id));

        await Assert.ThrowsAsync<BlobException>(() => Store().CompleteAsync(Blob, default));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../../etc")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task Create_NameThatLeavesTheFolder_IsNotAPath(string id) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store().CreateAsync(new("acme", id), default));

    private protected override void AssertEmpty() => Assert.Empty(_folder.EnumerateFiles("*", SearchOption.AllDirectories));
}
