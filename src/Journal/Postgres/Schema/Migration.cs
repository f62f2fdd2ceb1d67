using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Grainline.Journal.Postgres.Schema;

/// <summary>One step of the schema: a file <c>Migrations/NNNN-name.sql</c>. A published one is never changed; its checksum is kept with it.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const int Digits = 4;

    /// <summary>Those that this program knows, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. from resource in typeof(Migration).Assembly.GetManifestResourceNames()
           where resource.EndsWith(".sql", StringComparison.Ordinal) && char.IsAsciiDigit(resource[0])
           let name = Path.GetFileNameWithoutExtension(resource)
           orderby name
           select new Migration(int.Parse(name[..Digits], CultureInfo.InvariantCulture), name, Read(resource)),
    ];

    /// <summary>What the program's role may do, given again after every migration.</summary>
    public static string Grants { get; } = Read("grants.sql");

    /// <summary>Over the text with plain line ends, so that a checkout on another system is the same.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
