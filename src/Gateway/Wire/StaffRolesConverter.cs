using System.Text.Json;
using System.Text.Json.Serialization;

namespace Grainline.Gateway.Wire;

/// <summary>Roles travel as an array of names: <c>["agent", "supervisor"]</c>.</summary>
internal sealed class StaffRolesConverter : JsonConverter<StaffRoles>
{
    private static readonly (StaffRoles Role, string Name)[] Names =
        [(StaffRoles.Agent, "agent"), (StaffRoles.Supervisor, "supervisor"), (StaffRoles.Admin, "admin")];

    public override StaffRoles Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Roles are an array of names.");
        var roles = StaffRoles.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var name = reader.GetString();
            var known = Array.Find(Names, pair => string.Equals(pair.Name, name, StringComparison.OrdinalIgnoreCase));
            roles |= known.Name is null ? throw new JsonException("There is no such role.") : known.Role;
        }
        return reader.TokenType == JsonTokenType.EndArray ? roles : throw new JsonException("Roles are an array of names.");
    }

    public override void Write(Utf8JsonWriter writer, StaffRoles value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (role, name) in Names)
        {
            if ((value & role) != 0)
                writer.WriteStringValue(name);
        }
        writer.WriteEndArray();
    }
}
