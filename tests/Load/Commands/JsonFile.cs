using System.Text.Json;
using System.Text.Json.Serialization;

namespace Grainline.Load.Commands;

internal static class JsonFile
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes nothing when no file was named.</summary>
    public static void Write<T>(string? path, T figures)
    {
        if (path is not null)
            File.WriteAllText(path, JsonSerializer.Serialize(figures, Shape));
    }
}
