using Grainline.Refusals;
using Grainline.Tests.Hosting;
using Grainline.Tickets;
using Grainline.Tickets.Desk;
using static Grainline.Tests.Tickets.TicketScene;

namespace Grainline.Tests.Tickets;

public sealed class TicketFormTests
{
    [Fact]
    public async Task Ticket_KeepsTheVersionThatItWasWrittenWith()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order", fields: """{"order":"A-1"}"""));
        await Published(host);
        Assert.Equal(1, Done(await host.Ticket().View(Amy)).Form.Version);
        Refused(ErrorCode.FieldsInvalid, await host.Ticket().Tries(Amy, new SetFields(new("""{"colour":"red"}"""))));
        Assert.Equal(2, (await host.Created("t2", Creation(form: "order"))).Form.Version);
    }

    [Fact]
    public async Task Upgrade_AlongThePath_CarriesTheFieldsAndIsHistory()
    {
        await using var host = await Start();
        await host.Created(command: Creation(form: "order", fields: """{"order":"A-1","count":2}"""));
        await Published(host);
        Refused(ErrorCode.DefinitionNotFound, await host.Ticket().Tries(Amy, new UpgradeForm(3)));
        Refused(ErrorCode.FieldsInvalid, await host.Ticket().Tries(Amy, new UpgradeForm(2, new("""{"colour":7}"""))));
        var view = await host.Ticket().Does(Amy, new UpgradeForm(2, new("""{"count":3}""")), new SetFields(new("""{"order":"A-2"}""")));
        Assert.Equal((2, """{"order":"A-2","count":3,"colour":"blue"}"""), (view.Form.Version, view.Fields.Text));
        var changed = (await host.Ticket().Entries(Amy)).Single(e => e.Kind == "changed").Changes;
        Assert.Contains(changed, c => c is { Field: "form" } && c.To!.Value.Text == "\"order 2\"");
        Assert.Contains(changed, c => c is { Field: "fields.colour", From: null });
        Refused(ErrorCode.DefinitionNotFound, await host.Ticket().Tries(Amy, new UpgradeForm(2)));
        await host.Restart();
        Assert.Equal(view.Fields, Done(await host.Ticket().View(Amy)).Fields);
    }

    private static async Task Published(GrainHost host) => Done(await host.Grains.Desk(GrainHost.Tenant).PublishForm(
        Boss, "order", Form(""","colour":{"type":"string"}""", [new(FieldStepKind.Default, "colour", Value: new("\"blue\""))]), null, check: false));
}
