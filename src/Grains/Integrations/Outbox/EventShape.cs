using System.Text.Json;

namespace Grainline.Integrations.Outbox;

/// <summary>
/// Which members of an event leave the house. What is not named stays, so that a member added later leaves only when somebody has decided so.
/// </summary>
internal sealed class EventShape
{
    private readonly Node _facts;
    private readonly Node _all;
    private readonly Func<JsonElement, bool> _leaves;

    /// <param name="facts">Paths separated by blanks, such as <c>visitor.id</c>. A path names a member with all that is in it; lists are walked into.</param>
    /// <param name="content">Paths of what people wrote, which leave only if the operator wants it.</param>
    /// <param name="leaves">False for an event that stays as a whole.</param>
    public EventShape(string facts, string content = "", Func<JsonElement, bool>? leaves = null)
    {
        Facts = facts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Content = content.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _facts = Node.Of(Facts);
        _all = Node.Of([.. Facts, .. Content]);
        _leaves = leaves ?? (static _ => true);
    }

    public IReadOnlyList<string> Facts { get; }

    public IReadOnlyList<string> Content { get; }

    public bool Leaves(JsonElement @event) => _leaves(@event);

    public void Write(JsonElement @event, Utf8JsonWriter json, bool content) => Write(@event, content ? _all : _facts, json);

    private static void Write(JsonElement value, Node node, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when node.Members is { } members:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    if (!members.TryGetValue(member.Name, out var inner))
                        continue;
                    json.WritePropertyName(member.Name);
                    Write(member.Value, inner, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array when node.Members is not null:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(item, node, json);
                json.WriteEndArray();
                break;
            case var _ when node.Members is null:
                value.WriteTo(json);
                break;
            default:
                // Another shape than was decided on: nothing of it leaves.
                json.WriteNullValue();
                break;
        }
    }

    /// <param name="Members">Null for "all of it".</param>
    private sealed record Node(Dictionary<string, Node>? Members)
    {
        public static Node Of(IEnumerable<string> paths) => Of(paths.Select(path => path.Split('.')));

        private static Node Of(IEnumerable<string[]> paths) => new(paths
            .GroupBy(path => path[0])
            .ToDictionary(same => same.Key, same => same.Any(path => path.Length == 1) ? new Node((Dictionary<string, Node>?)null) : Of(same.Select(path => path[1..]))));
    }
}
