using System.Collections.Immutable;

namespace Grainline.Tickets.Desk.Forms;

/// <summary>Counts the tickets that a new version of a form would not fit. What was complete has to stay complete; what was not has to stay valid.</summary>
/// <param name="older">All versions before, from 1.</param>
/// <param name="form">The new one.</param>
/// <param name="named">How many of the unfit are named.</param>
internal sealed class FormSurvey(ImmutableArray<FormSpec> older, CompiledForm form, int named)
{
    private readonly Dictionary<int, CompiledForm> _compiled = [];
    private readonly ImmutableArray<UnfitTicket>.Builder _unfit = ImmutableArray.CreateBuilder<UnfitTicket>();

    public int Open { get; private set; }

    public int UnfitCount { get; private set; }

    public ImmutableArray<UnfitTicket> Unfit => _unfit.ToImmutable();

    public void Look(OpenTicket ticket)
    {
        Open++;
        if (WhyNot(ticket) is not { } why)
            return;
        UnfitCount++;
        if (_unfit.Count < named)
            _unfit.Add(new(ticket.TicketId, ticket.Number, why));
    }

    private string? WhyNot(OpenTicket ticket)
    {
        var upgraded = FormUpgrade.Apply([.. older.Skip(ticket.FormVersion), form.Spec], ticket.Fields);
        return upgraded.Succeeded ? form.Validate(upgraded.Value, Compiled(ticket.FormVersion).IsComplete(ticket.Fields))?.Message : upgraded.Refusal.Message;
    }

    private CompiledForm Compiled(int version)
    {
        if (!_compiled.TryGetValue(version, out var compiled))
            _compiled[version] = compiled = CompiledForm.Of(older[version - 1]).Value ?? throw new InvalidDataException($"Version {version} was published but cannot be compiled.");
        return compiled;
    }
}
