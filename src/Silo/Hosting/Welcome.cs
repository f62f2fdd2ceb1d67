using System.Text;
using Grainline.Security;

namespace Grainline.Silo.Hosting;

/// <summary>What the terminal shows once everything runs.</summary>
internal static class Welcome
{
    public const string DemoPassword = "grainline-demo";

    public static string Text(string address, string data, InstallationView installation, string? setupCode, bool demoAllowed)
    {
        var text = new StringBuilder($"\n  Grainline is ready.\n\n");
        if (setupCode is not null)
            Line("Set up", $"{address}/console/setup?code={setupCode}  (once)");
        Line("Console", $"{address}/console/");
        if (installation.Demo && demoAllowed)
        {
            Line("Demo shop", $"{address}/demo/");
            Line("Log in as", $"amy or li (agents), sam (supervisor), ada (administrator); password {DemoPassword}");
        }
        else if (installation.Demo)
            Line("Demo", "the demonstration accounts are shut: this address is reachable from other machines");
        else if (!installation.Ready && setupCode is null)
            Line("Demo", "not created: this address is reachable from other machines. --Demo:AllowRemote=true creates it anyway, --empty sets up for real");
        Line("API", $"{address}/openapi/v1.json");
        Line("Data", data);
        return text.Append('\n').ToString();

        void Line(string label, string value) => text.Append("    ").Append(label.PadRight(12)).Append(value).Append('\n');
    }
}
