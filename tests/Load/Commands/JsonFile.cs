using System.Text.Json;
using Grainline.Load.Reporting;

namespace Grainline.Load.Commands;

internal static class JsonFile
{
    /// <summary>Writes nothing when no file was named.</summary>
    public static void Write<T>(string? path, T figures)
    {
        if (path is not null)
            File.WriteAllText(path, JsonSerializer.Serialize(figures, ReportJson.Shape));
    }
}
