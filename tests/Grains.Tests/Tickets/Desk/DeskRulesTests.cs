using Grainline.Refusals;
using Grainline.Routing;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tests.Tickets.Desk;

public sealed class DeskRulesTests
{
    private static readonly HashSet<string> Staff = ["amy", "li"];
    private static readonly Team Team = DefaultDesk.Team with { Id = "returns", Name = "Returns", Members = ["amy"] };
    private static readonly Macro Macro = new("m", "M", [], [new TriggerState("solve")]);
    private static readonly SavedReply Reply = new("r", "hi", "Hi", "Hello", "en", []);

    [Fact]
    public void MaySave_Team_NamesWhatIsMissing()
    {
        Assert.Null(Refused(Team));
        Assert.Equal("The team's id is no id: 1 to 64 letters, digits, '-', '_' or '.'.", Refused(Team with { Id = "a/b" }));
        Assert.Equal("The team's name is empty.", Refused(Team with { Name = " " }));
        Assert.Equal("There is no agent 'zed'.", Refused(Team with { Members = ["amy", "zed"] }));
        Assert.Equal("The team's members name 'amy' twice.", Refused(Team with { Members = ["amy", "amy"] }));
        Assert.Equal("There is no lifecycle 'x'.", Refused(Team with { Lifecycle = "x" }));
        Assert.Equal("A team has 1 to 100 forms.", Refused(Team with { Forms = [] }));
        Assert.Equal("There is no form 'x'.", Refused(Team with { Forms = ["default", "x"] }));
        Assert.Equal("There is no SLA policy 'x'.", Refused(Team with { SlaPolicy = "x" }));
        Assert.Equal("The team's hours: There is no time zone 'Mars'.", Refused(Team with { Hours = new("Mars", [], []) }));
        Assert.Equal("The team's hours never open: its promises would never run.", Refused(Team with { Hours = new("UTC", [], []) }));

        static string? Refused(Team team) => Message(DeskRules.MaySave(DeskState.Initial, team, Staff));
    }

    [Fact]
    public void MayPublish_SlaPolicy_NamesTheTarget()
    {
        var policy = DefaultDesk.SlaPolicy;
        Assert.Equal("People are warned at 1 to 99 percent of a target.", Message(DeskRules.MayPublish(policy with { WarnAtPercent = 100 })));
        Assert.Equal("The target of Resolution is 60 to 31536000 seconds.", Message(DeskRules.MayPublish(policy with { Targets = [new(SlaMetric.Resolution, null, 59)] })));
        Assert.Equal("Resolution has two targets for High.",
            Message(DeskRules.MayPublish(policy with { Targets = [new(SlaMetric.Resolution, Priority.High, 60), new(SlaMetric.Resolution, null, 60), new(SlaMetric.Resolution, Priority.High, 90)] })));
        Assert.Equal("Resolution has two targets for every other priority.",
            Message(DeskRules.MayPublish(policy with { Targets = [new(SlaMetric.Resolution, null, 60), new(SlaMetric.Resolution, null, 60)] })));
        Assert.Null(DeskRules.MayPublish(policy with { Targets = [] }));
    }

    [Fact]
    public void MaySave_Reply_KeepsShortcutsApart()
    {
        var s = DeskState.Initial with { Replies = [Reply] };
        Assert.Null(DeskRules.MaySave(s, Reply with { Text = "Hello again" }));
        Assert.Equal("The shortcut 'hi' is taken by the reply 'r'.", Message(DeskRules.MaySave(s, Reply with { Id = "s" })));
        Assert.Null(DeskRules.MaySave(s, Reply with { Id = "s", Language = "zh" }));
        Assert.Equal("'e' is no language tag.", Message(DeskRules.MaySave(s, Reply with { Language = "e" })));
        Assert.Equal("There is no team 'x'.", Message(DeskRules.MaySave(s, Reply with { Teams = ["x"] })));
        Assert.Equal("The reply's text has 1 to 8000 characters.", Message(DeskRules.MaySave(s, Reply with { Text = "" })));
    }

    [Fact]
    public void MaySave_Macro_RefusesWhatCanNeverWork()
    {
        Assert.Null(Refused(new AssignTicket("me"), new AddTags(["订单", "a-1"]), new SetFields(new("""{"a":null}""")), new AddComment("x", false), new Watch()));
        Assert.Equal("A macro has 1 to 50 actions.", Refused());
        Assert.Equal("Action 2: the comment has 1 to 8000 characters.", Refused(new Watch(), new AddComment(" ", true)));
        Assert.Equal("Action 1: a macro has no attachments.", Refused(new AddComment("x", true, ["a"])));
        Assert.Equal("Action 1: 'a b' is no tag: 1 to 40 letters, digits, '-' or '_'.", Refused(new AddTags(["a b"])));
        Assert.Equal("Action 1: the fields are no object.", Refused(new SetFields(new("[]"))));
        Assert.Equal("Action 1: there is no such priority.", Refused(new SetPriority((Priority)9)));
        Assert.Equal("Action 1: versions begin with 1.", Refused(new UpgradeForm(0)));
        Assert.Equal("Action 1: 'a b' is no agent.", Refused(new AssignTicket("a b")));

        static string? Refused(params TicketAction[] actions) => Message(MacroRules.MaySave(DeskState.Initial, Macro with { Actions = [.. actions] }));
    }

    [Theory]
    [InlineData("""{"colour":1}""", "The hints has 'colour', which is none of order, sections, fields.")]
    [InlineData("""{"order":["b"]}""", "The order of the hints names the field 'b', which the schema does not have.")]
    [InlineData("""{"order":["a","a"]}""", "The order of the hints has 'a' twice.")]
    [InlineData("""{"fields":{"b":{"labels":{"en":"B"}}}}""", "The hint of 'b' is for a field that the schema does not have.")]
    [InlineData("""{"fields":{"a":{}}}""", "The hint of 'a' has no labels.")]
    [InlineData("""{"fields":{"a":{"labels":{"zh":"甲"}}}}""", "The hint of 'a': 'labels' has no text in 'en'.")]
    [InlineData("""{"fields":{"a":{"labels":{"en":"A"},"widget":"wheel"}}}""", "The hint of 'a' names the widget 'wheel'")]
    [InlineData("""{"fields":{"a":{"labels":{"en":"A"},"section":"s"}}}""", "The hint of 'a' names the section 's', which does not exist.")]
    [InlineData("""{"fields":{"a":{"labels":{"en":"A"},"requesterSees":"yes"}}}""", "The hint of 'a': 'requesterSees' is true or false.")]
    [InlineData("""{"fields":{"a":{"labels":{"en":"A"},"options":{"x":{"zh":"甲"}}}}}""", "The option 'x' of 'a' has no text in 'en'.")]
    [InlineData("""{"sections":[{"id":"s","labels":{"en":"S"}},{"id":"s","labels":{"en":"S"}}]}""", "The list of sections has 's' twice.")]
    [InlineData("""[]""", "The hints is an object.")]
    public void Of_HintsWithAFault_NamesIt(string hints, string fault) =>
        Assert.StartsWith(fault, FormChecks.MayPublish(Desks.Form("""{"type":"object","properties":{"a":{}}}""", hints)).Refusal!.Message);

    [Fact]
    public void MayPublish_PublicForm_ShowsWhatItRequires()
    {
        var form = Desks.Form("""{"type":"object","properties":{"a":{}},"required":["a"]}""", """{"fields":{"a":{"labels":{"en":"A"}}}}""") with { Public = true };
        Assert.Equal("A public form cannot require 'a', which the requester does not see.", FormChecks.MayPublish(form).Refusal!.Message);
        var seen = FormChecks.MayPublish(form with { Hints = new("""{"fields":{"a":{"labels":{"en":"A"},"requesterSees":true}}}""") }).Value!;
        Assert.Equal([true, false], new[] { "a", "b" }.Select(seen.RequesterSees));
    }

    [Fact]
    public void MayPublish_UpgradeSteps_AreWhole()
    {
        Assert.Contains("a rename, and nothing else", Refused(new(FieldStepKind.Rename, "a")));
        Assert.Contains("a default, and nothing else", Refused(new(FieldStepKind.Drop, "a", Value: new("1"))));
        Assert.Contains("a map, and nothing else", Refused(new(FieldStepKind.Map, "a")));
        Assert.Contains("Step 1 of the upgrade names no field", Refused(new(FieldStepKind.Drop, "")));
        Assert.Contains("that no ticket may have", Refused(new(FieldStepKind.Default, "a", Value: new("1e300"))));

        static string Refused(FieldStep step) => FormChecks.MayPublish(Desks.Form("""{"type":"object"}""", "{}", step)).Refusal!.Message;
    }

    private static string? Message(Refusal? refusal)
    {
        Assert.True(refusal is null or { Code: ErrorCode.DefinitionInvalid });
        return refusal?.Message;
    }
}
