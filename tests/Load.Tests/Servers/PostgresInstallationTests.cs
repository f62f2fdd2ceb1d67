using Grainline.Testing.Postgres;

namespace Grainline.Load.Tests.Servers;

public sealed class PostgresInstallationTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("postgres-versions-").FullName;

    [Fact]
    public void Find_NoneInstalled_IsNull() => Assert.Null(PostgresInstallation.Find(Path.Combine(_root, "nothing"), $"{_root}:"));

    [Fact]
    public void Find_SeveralVersions_IsTheNewest()
    {
        foreach (var version in new[] { "9", "15", "13" })
            Install(Path.Combine(_root, version, "bin"));
        Assert.Equal(Path.Combine(_root, "15", "bin"), PostgresInstallation.Find(_root, "")!.Folder);
    }

    [Fact]
    public void Find_ClientAlone_IsNotAServer()
    {
        Directory.CreateDirectory(Path.Combine(_root, "16", "bin"));
        Install(Path.Combine(_root, "own"));
        Assert.Equal(Path.Combine(_root, "own"), PostgresInstallation.Find(_root, $"{_root}:{_root}/own")!.Folder);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Install(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "initdb"), "");
        File.WriteAllText(Path.Combine(folder, "postgres"), "");
    }
}
