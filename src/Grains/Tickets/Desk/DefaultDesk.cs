using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Routing;

namespace Grainline.Tickets.Desk;

/// <summary>
/// What a tenant works with that has set up nothing: one team, lifecycle, form and SLA policy, each called <see cref="Id"/>. They are version 1 of every tenant, so they never change;
/// a better default can only come as something that is published.
/// </summary>
internal static class DefaultDesk
{
    public const string Id = "default";

    private const int Hour = 3_600;
    private const int Day = 24 * Hour;

    public static LifecycleSpec Lifecycle { get; } = new(
        "Default",
        "new",
        [
            State("new", StateCategory.New, "New", "新建"),
            State("open", StateCategory.Open, "Open", "处理中"),
            State("pending", StateCategory.Pending, "Waiting for requester", "等待客户"),
            State("on-hold", StateCategory.OnHold, "On hold", "搁置"),
            State("solved", StateCategory.Solved, "Solved", "已解决"),
            State("closed", StateCategory.Closed, "Closed", "已关闭"),
        ],
        [
            new(["new"], "take", "open", Names("Take up", "受理"), StateEvent.Assigned),
            new(["new"], "open", "open", Names("Open", "处理"), StateEvent.StaffAnswered),
            new(["new", "open", "on-hold"], "pend", "pending", Names("Wait for requester", "等待客户")),
            new(["new", "open", "pending"], "hold", "on-hold", Names("Put on hold", "搁置")),
            new(["pending"], "resume", "open", Names("Resume", "继续"), StateEvent.RequesterWrote),
            new(["on-hold"], "resume", "open", Names("Resume", "继续")),
            new(["new", "open", "pending", "on-hold"], "solve", "solved", Names("Solve", "解决")),
            new(["solved"], "reopen", "open", Names("Reopen", "重新打开"), StateEvent.RequesterWrote),
            new(["solved"], "close", "closed", Names("Close", "关闭"), StateEvent.TimePassed, AfterSeconds: 4 * Day),
        ]);

    /// <summary>No fields of its own: subject and comments say it all.</summary>
    public static FormSpec Form { get; } = new("Default", new("""{"type":"object","properties":{},"additionalProperties":false}"""), JsonText.EmptyObject, false, []);

    public static SlaPolicySpec SlaPolicy { get; } = new(
        "Default",
        [
            new(SlaMetric.FirstResponse, null, 8 * Hour), new(SlaMetric.FirstResponse, Priority.Urgent, Hour),
            new(SlaMetric.NextResponse, null, 8 * Hour), new(SlaMetric.NextResponse, Priority.Urgent, 2 * Hour),
            new(SlaMetric.Resolution, null, 3 * Day), new(SlaMetric.Resolution, Priority.Urgent, Day),
        ]);

    /// <summary>Without members: then every agent of the tenant is one.</summary>
    public static Team Team { get; } = new(Id, "Default", [], Id, [Id], Id, null);

    public static DeskState State() => new()
    {
        Teams = [Team],
        Lifecycles = new DefinitionShelf<LifecycleSpec>().Publish(First(Lifecycle)),
        Forms = new DefinitionShelf<FormSpec>().Publish(First(Form)),
        SlaPolicies = new DefinitionShelf<SlaPolicySpec>().Publish(First(SlaPolicy)),
    };

    private static DefinitionVersion<T> First<T>(T spec) => new(Id, 1, spec, DateTimeOffset.UnixEpoch, Actor.System.Author(), null);

    private static StateSpec State(string id, StateCategory category, string english, string chinese) => new(id, category, Names(english, chinese));

    private static ImmutableDictionary<string, string> Names(string english, string chinese) =>
        ImmutableDictionary.CreateRange([KeyValuePair.Create(DeskText.English, english), KeyValuePair.Create(DeskText.Chinese, chinese)]);
}
