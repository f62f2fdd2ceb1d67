using System.Globalization;

namespace Grainline.Testing.Postgres;

/// <summary>PostgreSQL's server programs on this machine.</summary>
/// <param name="Folder">Holds <c>initdb</c> and <c>postgres</c>.</param>
public sealed record PostgresInstallation(string Folder)
{
    public const string HowToInstall = "PostgreSQL is not installed. Debian: apt-get install postgresql";

    // PostgreSQL refuses to run as root; its package brings this user.
    private const string User = "postgres";

    /// <summary>The newest; null when there is none.</summary>
    public static PostgresInstallation? Find() => Find("/usr/lib/postgresql", Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <param name="versions">A folder with one for each major version, as Debian has it.</param>
    /// <param name="path">Folders between colons, looked at after those.</param>
    public static PostgresInstallation? Find(string versions, string path)
    {
        var packaged = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return packaged.Select(folder => Path.Combine(folder, "bin")).Concat(path.Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            .Select(folder => new PostgresInstallation(folder)).FirstOrDefault();
    }

    /// <summary>A command line that runs one of its programs without root's rights.</summary>
    public string[] Command(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Folder, program), .. arguments];
        // setpriv becomes the program it starts, so the id stays the same.
        return Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", User, "--regid", User, "--init-groups", "--", .. command] : command;
    }

    /// <summary>Makes a folder of ours one that its programs may use.</summary>
    public static async Task HandOver(string folder, CancellationToken cancellation)
    {
        if (Environment.IsPrivilegedProcess)
            await ChildProcess.Run(["chown", User, folder], cancellation);
    }
}
