using System.Collections.Immutable;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets.Desk;

/// <summary>What is published in versions: lifecycles, SLA policies, forms.</summary>
internal sealed partial class DeskGrain
{
    private const int UnfitNamed = 100;
    private const int PageSize = 500;

    public async Task<Outcome<DefinitionVersion<LifecycleSpec>>> PublishLifecycle(Actor by, string id, LifecycleSpec spec, string? note)
    {
        using var pass = await _gate.Enter();
        if ((State.Lifecycles.MayGrow(id, "lifecycles") ?? NoteFault(note) ?? LifecycleChecks.MayPublish(spec)) is { } refusal)
            return refusal;
        await Commit(new LifecycleDefined(by.Author(), id, State.Lifecycles.Next(id), spec, note));
        return Durable.Lifecycles.Current(id)!;
    }

    public async Task<Outcome<DefinitionVersion<SlaPolicySpec>>> PublishSlaPolicy(Actor by, string id, SlaPolicySpec spec, string? note)
    {
        using var pass = await _gate.Enter();
        if ((State.SlaPolicies.MayGrow(id, "SLA policies") ?? NoteFault(note) ?? DeskRules.MayPublish(spec)) is { } refusal)
            return refusal;
        await Commit(new SlaPolicyDefined(by.Author(), id, State.SlaPolicies.Next(id), spec, note));
        return Durable.SlaPolicies.Current(id)!;
    }

    public async Task<Outcome<FormPublished>> PublishForm(Actor by, string id, FormSpec spec, string? note, bool check)
    {
        using var pass = await _gate.Enter();
        if ((State.Forms.MayGrow(id, "forms") ?? NoteFault(note)) is { } refusal)
            return refusal;
        var form = FormChecks.MayPublish(spec);
        if (!form.Succeeded)
            return form.Refusal;
        var survey = await Survey(id, form.Value!);
        var version = State.Forms.Next(id);
        if (check)
            return new FormPublished(id, null, survey.Open, survey.Unfit);
        if (survey.Unfit is [var first, ..])
            return new Refusal(ErrorCode.FormWouldBreakTickets, $"{survey.UnfitCount} of {survey.Open} open tickets would not fit, first number {first.Number}: {first.Why}");
        await Commit(new FormDefined(by.Author(), id, version, spec, note));
        return new FormPublished(id, version, survey.Open, []);
    }

    /// <summary>
    /// What the new version would do to the open tickets that were written with older ones. They keep their version until somebody moves them; this asks whether they could be moved. The lists may be a second
    /// behind: a ticket that is missed here is asked again when it is moved.
    /// </summary>
    private async Task<FormSurvey> Survey(string id, CompiledForm form)
    {
        var survey = new FormSurvey([.. (State.Forms.Find(id)?.Versions ?? []).Select(v => v.Spec)], form, UnfitNamed);
        foreach (var source in openTickets)
        {
            ImmutableArray<OpenTicket> page;
            string? after = null;
            do
            {
                page = await source.PageAsync(Key, id, after, PageSize);
                foreach (var ticket in page)
                    survey.Look(ticket);
                after = page.IsEmpty ? after : page[^1].TicketId;
            }
            while (page.Length == PageSize);
        }

        return survey;
    }

    private static Refusal? NoteFault(string? note) =>
        note?.Length > Limits.CommentLength ? new(ErrorCode.InvalidArgument, $"A note has at most {Limits.CommentLength} characters.") : null;
}
