using System.Collections.Immutable;
using System.Text.Json;
using Grainline.Conversations;
using Grainline.Refusals;
using Grainline.Tickets.Desk;
using Grainline.Tickets.Desk.Forms;

namespace Grainline.Tickets;

/// <summary>How a ticket comes into the world, and how the conversation that it came from hears of it.</summary>
internal sealed partial class TicketGrain
{
    private const string ConversationClock = "conversation";

    public async Task<Outcome<TicketView>> Create(CreateTicket command)
    {
        if ((TicketActionRules.Refuse(command) ?? TicketRules.MayCreate(command)) is { } refusal)
            return refusal;
        var commit = Settled();
        using (await _gate.Enter())
        {
            if (!State.Exists)
            {
                var made = await Make(command);
                if (made.Refusal is { } no)
                {
                    await LetGo(Creation, WordsOf(command));
                    return no;
                }

                if (command.Conversation is not null)
                    await Arm(ConversationClock, Time.GetUtcNow() + _options.RepeatLinks);
                await Arm(made.Value!.Change.Now, made.Value.Change.Book.Lifecycle);
                commit = Commit([made.Value.Created, .. made.Value.Events]);
            }
        }

        await commit;
        await Settled();
        if (await MaySee(Durable, command.By) is { } unseen)
            return unseen;
        await TellConversation();
        return await ViewFor(Durable, command.By);
    }

    private async ValueTask<Outcome<Making>> Make(CreateTicket command)
    {
        var conversation = command.Conversation is { } from ? await GrainFactory.Conversation(new(_key.Tenant, from)).View(command.By) : default;
        if (conversation.Refusal is { } foreign)
            return foreign;
        var rules = await desk.RulesOf(_key.Tenant, command.Team, command.Form);
        if (rules.Refusal is { } unknown)
            return unknown;
        var at = Time.GetUtcNow();
        var book = await Book(rules.Value!);
        if (Refuse(command, book) is { } unfit)
            return unfit;
        AgentSummary? assignee = null;
        if (TicketActions.Named(command.Assignee, command.By) is { } id && (!rules.Value!.Team.Members.Contains(id) || (assignee = await Agent(id, command.By)) is null))
            return new Refusal(ErrorCode.AgentNotFound, "This agent is not in the team.");
        var facts = await Gather(command.By, Creation, WordsOf(command), book);
        if (facts.Refusal is { } missing)
            return missing;
        var created = new TicketCreated(
            await GrainFactory.TicketNumbers(_key.Tenant).Next(), command.By.Author(), command.Team, command.Subject.Trim(), command.Priority, rules.Value!.Lifecycle,
            book.Lifecycle.Initial, LifecycleRules.State(book.Lifecycle, book.Lifecycle.Initial)!.Category, rules.Value.Form, command.Fields,
            command.Requester ?? RequesterOf(conversation.Value), command.Conversation, TicketTags.Normalise(command.Tags).Value, assignee);
        var change = new TicketChange(State.Apply(created, 1, at), command.By, null, null, book, childrenSolved: true, at);
        change.Promise();
        if (command.Comment is { } words && TicketActions.Take(change, words, facts.Value!) is { } no)
            return no;

        // Who makes a ticket for another team sees what becomes of it.
        if (command.By.IsStaff && !TicketRules.Serves(change.Now, command.By, book.Team) && change.Now.Watchers.All(w => w.Id != command.By.Id))
            change.Set(change.Now with { Watchers = change.Now.Watchers.Add(new(command.By.Id, command.By.Name)) });
        return new Making(created, change, change.Events());
    }

    private static ImmutableArray<TicketAction> WordsOf(CreateTicket command) => command.Comment is { } words ? [words] : [];

    private static Refusal? Refuse(CreateTicket command, TicketBook book)
    {
        var visitor = command.By.Kind == ActorKind.Visitor;
        return !visitor ? book.Form.Validate(command.Fields, complete: false)
            : !book.Form.Spec.Public ? new(ErrorCode.DefinitionNotFound, "There is no such form.")
            : HiddenField(command.Fields, book.Form) is { } hidden ? new(ErrorCode.FieldsInvalid, $"'{hidden}' is not the requester's to fill.")
            : book.Form.Validate(command.Fields, complete: true);
    }

    /// <summary>A field that staff alone sees; null when there is none.</summary>
    private static string? HiddenField(JsonText fields, CompiledForm form)
    {
        using var document = JsonDocument.Parse(fields.Text);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().Select(field => field.Name).FirstOrDefault(field => !form.RequesterSees(field))
            : null;
    }

    private async ValueTask<TicketBook> Book(TeamRules rules) => new(
        await desk.Lifecycle(_key.Tenant, rules.Lifecycle),
        await desk.Form(_key.Tenant, rules.Form),
        rules.Team,
        await Terms(rules.SlaPolicy, rules.Team));

    private static TicketRequester? RequesterOf(ConversationView? conversation) =>
        conversation is { Visitor: var visitor } ? new(visitor.Id, visitor.Name, visitor.Email) : null;

    /// <summary>Says it again: the first word may have been lost with the process.</summary>
    private async Task<DateTimeOffset?> ConversationDue()
    {
        await Settled();
        await TellConversation();
        return null;
    }

    private Task TellConversation() => Durable is { Exists: true, Conversation: { } id }
        ? GrainFactory.Conversation(new(_key.Tenant, id)).ShowTicket(new(_key.Id, Durable.Number, Durable.CreatedBy))
        : Task.CompletedTask;

    private sealed record Making(TicketCreated Created, TicketChange Change, TicketEvent[] Events);
}
