using System.CommandLine;
using System.Text.Json;
using Grainline.Load.Reporting;

namespace Grainline.Load.Commands;

/// <summary>The file of <c>--json</c>, if one was named.</summary>
internal sealed class JsonOutput
{
    private readonly Option<string?> _file = new("--json") { Description = "Writes the figures to this file; docs/performance.md describes it." };

    public void AddTo(Command command) => command.Add(_file);

    public void Write<T>(ParseResult parsed, T figures)
    {
        if (parsed.GetValue(_file) is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(figures, ReportJson.Shape));
    }
}
