using Grainline.Conversations;
using Grainline.Routing;
using Grainline.Tests.Hosting;
using static Grainline.Tests.Conversations.People;

namespace Grainline.Tests.Routing;

public sealed class QueueFiguresTests
{
    [Fact]
    public async Task Figures_OfAScript_AreThoseCountedByHandAndSurviveARestart()
    {
        await using var host = await GrainHost.Start("amy");
        await host.ConfigureAgent("amy", 1);
        await host.Configure(QueueTools.Plain with { Target = new(10, 0.8) });

        // c1 waits 8 s and is answered in time, c2 waits 20 s and is not, c3 gives up after 12 s.
        await host.Open("c1");
        await host.Pass(TimeSpan.FromSeconds(8), "amy");
        await host.Accept("amy", "c1");
        await host.Open("c2");
        await host.Pass(TimeSpan.FromSeconds(8));
        await host.Open("c3");
        await host.Pass(TimeSpan.FromSeconds(12));
        Assert.True((await host.Conversation("c3").Close(Visitor())).Succeeded);
        Assert.True((await host.Conversation("c1").Resolve(Agent("amy"))).Succeeded);
        await host.Accept("amy", "c2");

        var before = (await Eventually.Becomes(() => host.Routing.View(), v => v.Value!.Figures!.Today is { Answered: 2, Abandoned: 1 })).Value!.Figures!;
        Assert.Equal((3, 2, 1, 1), (before.LastHour.Offered, before.LastHour.Answered, before.LastHour.Abandoned, before.LastHour.WithinTarget));
        Assert.Equal(1 / 3.0, before.LastHour.ServiceLevel);
        Assert.Equal(14, before.LastHour.AverageWaitSeconds);
        Assert.Equal(20, before.LastHour.LongestWaitSeconds);
        await host.Restart();
        Assert.Equal(before, (await host.Routing.View()).Value!.Figures);
    }

    [Fact]
    public void Eta_ToldAtJoining_IsMeasuredWhenAnAgentHasIt()
    {
        var state = RoutingState.Initial.Apply(new QueueConfigured(QueueTools.Plain), 1, At(0));
        state = Served(state, "c1", joined: 0, eta: 60, accepted: 45);
        state = Served(state, "c2", joined: 10, eta: 20, accepted: 55);
        state = Served(state, "c3", joined: 20, eta: null, accepted: 60);
        var figures = state.Book.LastHour(At(120));
        Assert.Equal((2, 20, -5), (figures.EtaSamples, figures.EtaErrorSeconds, figures.EtaBiasSeconds));
    }

    [Fact]
    public void Waits_ToldAgainAndAgain_AreAllMeasured()
    {
        var told = new ToldWaits();
        told.Tell("c1", 60, At(0));
        told.Tell("c1", 20, At(30));
        told.Tell("c2", 10, At(0));
        var waits = told.Take("c1", served: true, At(45));
        Assert.Equal(new WaitsTold(2, 20), waits);
        Assert.Null(told.Take("c1", served: true, At(45)));
        Assert.Null(told.Take("c2", served: false, At(45)));
        var state = RoutingState.Initial.Apply(new QueueConfigured(QueueTools.Plain), 1, At(0)).Apply(new LineJoined(Conversation("c1", 0), null), 2, At(0));
        var figures = state.Apply(new LineLeft("c1", LeftBecause.Pulled, "amy", waits), 3, At(45)).Book.LastHour(At(60));
        Assert.Equal((2, 10, 0), (figures.ToldSamples, figures.ToldErrorSeconds, figures.EtaSamples));
    }

    [Fact]
    public void Eta_OfAConversationWhoseOfferLapsed_IsTheFirstThatWasTold()
    {
        var state = RoutingState.Initial.Apply(new QueueConfigured(QueueTools.Plain), 1, At(0));
        state = state.Apply(new LineJoined(Conversation("c1", 0), null, 30), 2, At(0));
        state = state.Apply(Decided("c1", 0), 3, At(5));
        state = state.Apply(new LineJoined(Conversation("c1", 0), "amy", 99), 4, At(35));
        state = state.Apply(Decided("c1", 0), 5, At(40)).Apply(new LineLeft("c1", LeftBecause.Accepted, "amy"), 6, At(50));
        var figures = state.Book.LastHour(At(60));
        Assert.Equal((1, 1, 20), (figures.Offered, figures.EtaSamples, figures.EtaErrorSeconds));
    }

    [Fact]
    public void Book_OverTheHourAndTheDay_DropsWhatIsOld()
    {
        var book = QueueBook.Empty;
        for (var minute = 0; minute < 26 * 60; minute++)
            book = book.Add(At(minute * 60), new(At(0)) { Offered = 1 });
        var now = At((26 * 60 * 60) - 1);
        Assert.Equal(60, book.LastHour(now).Offered);
        Assert.Equal(14 * 60, book.Since(LocalDay.Began(now, null)).Offered);
        Assert.True(book.Minutes.Length <= 61, $"{book.Minutes.Length} minutes");
        Assert.True(book.Quarters.Length <= 101, $"{book.Quarters.Length} quarters");
    }

    [Fact]
    public void Occupancy_HalfOfTheTimeAtHalfOfTheCapacity_IsAQuarter()
    {
        var watch = new StaffWatch();
        var agent = new Grainline.Agents.AgentSnapshot("amy", "Amy", Grainline.Agents.AgentStatus.Available, null, At(0), 0, 4, ["support"], 1);
        watch.Look([agent with { Load = 2 }], At(0));
        watch.Look([agent], At(30));
        Assert.Null(watch.Due(At(30), TimeSpan.FromMinutes(1)));
        watch.Look([agent], At(60));
        var watched = watch.Due(At(60), TimeSpan.FromMinutes(1))!;
        Assert.Equal(0.25, QueueBook.Empty.Add(At(60), new(At(60)) { BusySeconds = watched.BusySeconds, CapacitySeconds = watched.CapacitySeconds }).LastHour(At(60)).Occupancy);
    }

    [Theory]
    [InlineData("2026-06-01T12:00Z", "Asia/Shanghai", "2026-05-31T16:00Z")]
    [InlineData("2026-06-01T17:00Z", "Asia/Shanghai", "2026-06-01T16:00Z")]
    [InlineData("2026-03-29T10:00Z", "Europe/Berlin", "2026-03-28T23:00Z")]
    [InlineData("2026-06-01T12:00Z", null, "2026-06-01T00:00Z")]
    public void LocalDay_InItsTimeZone_BeganAtMidnight(string now, string? zone, string began) =>
        Assert.Equal(DateTimeOffset.Parse(began, System.Globalization.CultureInfo.InvariantCulture), LocalDay.Began(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), zone));

    private static RoutingState Served(RoutingState state, string id, int joined, int? eta, int accepted) => state
        .Apply(new LineJoined(Conversation(id, joined), null, eta), 2, At(joined))
        .Apply(Decided(id, joined), 3, At(accepted))
        .Apply(new LineLeft(id, LeftBecause.Accepted, "amy"), 4, At(accepted));

    private static OfferDecided Decided(string id, int since) =>
        new(id, new($"{id}.1", Conversation(id, since), At(since), At(since + 30)), new("amy", "Amy"), "least-loaded", 1, [], []);

    private static Grainline.Agents.WaitingConversation Conversation(string id, int since) => new(id, "support", new VisitorSummary("ada", "Ada", false), null, null, null, At(since));

    /// <summary>Seconds from noon.</summary>
    private static DateTimeOffset At(int seconds) => new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero).AddSeconds(seconds);
}
