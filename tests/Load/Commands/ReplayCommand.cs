using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Grainline.Load.Clients;
using Spectre.Console;

namespace Grainline.Load.Commands;

internal static class ReplayCommand
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url") { Description = "Address of the server.", Required = true };
        var login = new Option<string>("--login") { Description = "A supervisor or administrator.", Required = true };
        var password = new Option<string>("--password") { Description = "Its password.", Required = true };
        var queue = new Option<string>("--queue") { Description = "Which queue.", Required = true };
        var policy = new Option<string>("--policy") { Description = "The policy to try: a name, or a whole specification as JSON.", Required = true };
        var from = new Option<DateTimeOffset?>("--from") { Description = "Begin of the window; without it a day before its end." };
        var to = new Option<DateTimeOffset?>("--to") { Description = "End of the window; without it now." };
        var seed = Choice.With("--seed", 1L, "Decides what was not recorded.");
        var json = new JsonOutput();
        var command = new Command("replay", "Has a server serve a recorded window again under another policy.") { url, login, password, queue, policy, from, to, seed };
        json.AddTo(command);
        command.SetAction((parsed, cancellation) => Runner.Run(async () =>
        {
            using var rest = new Rest(parsed.GetValue(url)!);
            var session = await rest.Post("/api/v1/sessions", new { login = parsed.GetValue(login), password = parsed.GetValue(password) }, null, cancellation);
            var named = parsed.GetValue(policy)!;
            object spec = named.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(named) : new { name = named };
            var report = await rest.Post(
                $"/api/v1/queues/{parsed.GetValue(queue)}/replays", new { spec, from = parsed.GetValue(from), to = parsed.GetValue(to), seed = parsed.GetValue(seed) },
                session.GetProperty("token").GetString(), cancellation);
            json.Write(parsed, report);
            Tell(report);
            return Runner.Well;
        }));
        return command;
    }

    private static void Tell(JsonElement report)
    {
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.GetProperty("conversations")} conversations, {report.GetProperty("agents")} agents, {report.GetProperty("from")} to {report.GetProperty("to")}"));
        var (recorded, proposed) = (report.GetProperty("recorded"), report.GetProperty("proposed"));
        var table = new Table().AddColumns("figure", "measured then", $"run: {Name(recorded)}", $"run: {Name(proposed)}", "difference");
        var actual = Figures(report.GetProperty("actual"));
        var (ran, instead, less) = (Figures(recorded.GetProperty("figures")), Figures(proposed.GetProperty("figures")), Figures(report.GetProperty("difference")));
        foreach (var name in ran.Keys)
            table.AddRow(name, actual.GetValueOrDefault(name, ""), ran[name], instead[name], less[name]);
        AnsiConsole.Write(table);
        foreach (var note in report.GetProperty("notes").EnumerateArray())
            AnsiConsole.WriteLine("- " + note.GetString());
    }

    private static string Name(JsonElement run) => run.GetProperty("policy").GetProperty("name").GetString()!;

    private static Dictionary<string, string> Figures(JsonElement figures) =>
        figures.EnumerateArray().ToDictionary(figure => figure.GetProperty("name").GetString()!, Spell);

    private static string Spell(JsonElement figure)
    {
        var value = Number(figure.GetProperty("value"));
        return figure.TryGetProperty("low", out var low) && low.ValueKind == JsonValueKind.Number ? $"{value} ({Number(low)} to {Number(figure.GetProperty("high"))})" : value;
    }

    private static string Number(JsonElement number) => number.GetDouble().ToString("0.###", CultureInfo.InvariantCulture);
}
