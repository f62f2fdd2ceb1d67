using System.Collections.Immutable;
using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using Microsoft.Extensions.DependencyInjection;
using static Grainline.Tests.Tickets.Desk.Desks;

namespace Grainline.Tests.Tickets.Desk;

public sealed class FormPublishingTests
{
    private static readonly FormSpec First = Form("""{"type":"object","properties":{"order":{"type":"string"},"reason":{"enum":["broken","late"]}},"required":["order"],"additionalProperties":false}""");

    private static readonly FormSpec Second = First with
    {
        Schema = new("""{"type":"object","properties":{"orderNumber":{"type":"string","minLength":2},"reason":{"enum":["damaged","late"]}},"required":["orderNumber"],"additionalProperties":false}"""),
    };

    [Fact]
    public async Task PublishForm_ThatWouldBreakOpenTickets_IsRefusedUntilThePathLeadsThere()
    {
        var tickets = new ListedTickets();
        await using var host = await GrainHost.Start(builder => builder.Services.AddSingleton<IOpenTickets>(tickets));
        Assert.Equal(new("return", 1, 0, []), (await host.Desk().PublishForm(Admin, "return", First, null, check: false)).Value! with { Unfit = [] });
        tickets.All.AddRange(
        [
            ("default", "return", new("t1", 11, 1, new("""{"order":"A1","reason":"broken"}"""))),
            ("default", "return", new("t2", 12, 1, new("""{"reason":"late"}"""))),
            ("default", "other", new("t3", 13, 1, new("""{"anything":1}"""))),
        ]);
        var refused = (await host.Desk().PublishForm(Admin, "return", Second, null, check: false)).Refusal!;
        Assert.Equal((ErrorCode.FormWouldBreakTickets, "1 of 2 open tickets would not fit, first number 11: 'order' is not allowed."), (refused.Code, refused.Message));

        // The second has no order yet: it was not complete and need not become so.
        var renamed = Second with { UpgradeFrom = [new(FieldStepKind.Rename, "order", "orderNumber")] };
        var check = (await host.Desk().PublishForm(Admin, "return", renamed, null, check: true)).Value!;
        Assert.Equal((null, 2, new UnfitTicket("t1", 11, "'reason' is none of the values that it may have.")), (check.Version, check.OpenTickets, Assert.Single(check.Unfit)));

        var mapped = renamed with { UpgradeFrom = renamed.UpgradeFrom.Add(new(FieldStepKind.Map, "reason", Map: Map())) };
        Assert.Equal(2, (await host.Desk().PublishForm(Admin, "return", mapped, null, check: false)).Value!.Version);
        var path = (await host.Catalog().UpgradePath(GrainHost.Tenant, new("return", 1), 2)).Value;
        Assert.Equal(mapped.Schema, Assert.Single(path).Schema);
        Assert.Equal(ErrorCode.DefinitionNotFound, (await host.Catalog().UpgradePath(GrainHost.Tenant, new("return", 1), 3)).Refusal!.Code);
        Assert.Equal(ErrorCode.DefinitionNotFound, (await host.Catalog().UpgradePath(GrainHost.Tenant, new("return", 2), 2)).Refusal!.Code);
    }

    [Fact]
    public async Task PublishForm_WhatWasComplete_HasToStayComplete()
    {
        var tickets = new ListedTickets();
        await using var host = await GrainHost.Start(builder => builder.Services.AddSingleton<IOpenTickets>(tickets));
        await host.Desk().PublishForm(Admin, "f", Form("""{"type":"object","required":["a"]}"""), null, check: false);
        tickets.All.AddRange([("default", "f", new("t1", 1, 1, new("{}"))), ("default", "f", new("t2", 2, 1, new("""{"a":1}""")))]);
        var more = Form("""{"type":"object","required":["a","b"]}""");
        Assert.Equal([new UnfitTicket("t2", 2, "'b' is missing.")], (await host.Desk().PublishForm(Admin, "f", more, null, check: true)).Value!.Unfit);
        var filled = more with { UpgradeFrom = [new(FieldStepKind.Default, "b", Value: new("0"))] };
        Assert.True((await host.Desk().PublishForm(Admin, "f", filled, null, check: false)).Succeeded);
    }

    [Fact]
    public async Task PublishForm_ManyUnfit_NamesAHundredOfAllPages()
    {
        var tickets = new ListedTickets();
        await using var host = await GrainHost.Start(builder => builder.Services.AddSingleton<IOpenTickets>(tickets));
        await host.Desk().PublishForm(Admin, "f", Form("""{"type":"object"}"""), null, check: false);
        tickets.All.AddRange(Enumerable.Range(0, 1_100).Select(i => ("default", "f", new OpenTicket($"t{i:d5}", i, 1, new("""{"a":1}""")))));
        var check = (await host.Desk().PublishForm(Admin, "f", Form("""{"type":"object","additionalProperties":false}"""), null, check: true)).Value!;
        Assert.Equal((1_100, 100), (check.OpenTickets, check.Unfit.Length));
        Assert.StartsWith("1100 of 1100", (await host.Desk().PublishForm(Admin, "f", Form("""{"type":"object","additionalProperties":false}"""), null, check: false)).Refusal!.Message);
    }

    [Fact]
    public async Task Remove_TeamWithOpenTickets_IsRefused()
    {
        var tickets = new ListedTickets();
        await using var host = await GrainHost.Start(builder => builder.Services.AddSingleton<IOpenTickets>(tickets));
        await host.Desk().SaveTeam(Admin, DefaultDesk.Team with { Id = "returns" });
        tickets.All.Add(("returns", "default", new("t1", 1, 1, JsonText.EmptyObject)));
        Assert.Equal(new(ErrorCode.DefinitionInUse, "The team 'returns' has tickets that are not solved."), (await host.Desk().Remove(Admin, DeskKind.Team, "returns")).Refusal);
        tickets.All.Clear();
        Assert.True((await host.Desk().Remove(Admin, DeskKind.Team, "returns")).Succeeded);
    }

    [Fact]
    public async Task PublicForm_OnlyWhatIsPublicAndATeamHas_IsShown()
    {
        await using var host = await GrainHost.Start();
        await host.Desk().PublishForm(Admin, "f", First with { Public = true, Schema = new("""{"type":"object"}""") }, null, check: false);
        Assert.Null(await host.Desk().PublicForm("f"));
        await host.Desk().SaveTeam(Admin, DefaultDesk.Team with { Id = "web", Forms = ["default", "f"] });
        Assert.Equal(("f", 1, "web"), await host.Desk().PublicForm("f") is { } form ? (form.Id, form.Version, form.Team) : default);
        Assert.Null(await host.Desk().PublicForm("default"));
    }

    private static ImmutableDictionary<string, JsonText> Map() =>
        ImmutableDictionary.CreateRange([KeyValuePair.Create("broken", new JsonText("\"damaged\""))]);
}
