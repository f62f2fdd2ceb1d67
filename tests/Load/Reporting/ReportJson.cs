using System.Text.Json;
using System.Text.Json.Serialization;

namespace Grainline.Load.Reporting;

/// <summary>The report as JSON: everything that the page shows can be read from it again.</summary>
internal static class ReportJson
{
    public static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static string Of(Report report) => JsonSerializer.Serialize(report, Shape);

    /// <exception cref="InvalidDataException">It is not such a report.</exception>
    public static Report Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Report>(json, Shape) ?? throw new InvalidDataException("The file holds no report.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The file holds no report: {e.Message}", e);
        }
    }
}
