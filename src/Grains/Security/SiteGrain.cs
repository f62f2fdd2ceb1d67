using Grainline.Journaling;
using Grainline.Refusals;
using Grainline.Visitors;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Grainline.Security;

/// <summary>One embedding web site. Reentrant: it only reads while it admits, and a sale admits thousands at once.</summary>
[Reentrant]
internal sealed class SiteGrain(
    GrainJournal<SiteEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<SiteState>> snapshot)
    : JournaledGrain<SiteState, SiteEvent>(journal, snapshot), ISiteGrain
{
    private const int IdentityLength = 128;

    private static readonly Refusal Unknown = new(ErrorCode.UnknownSite, "There is no such site.");
    private static readonly Refusal NotProven = new(ErrorCode.IdentityNotProven, "The identity's signature is wrong.");

    protected override string Kind => "site";

    public async Task<Outcome<SiteView>> Create(CreateSite command)
    {
        if (State.Facts is { } facts && facts.Tenant != command.Tenant)
            return new Refusal(ErrorCode.NameTaken, "This site key is taken.");
        if (State.Facts is null)
            await Commit(new SiteCreated(command.Tenant, command.Name, command.Queue, command.Origins, Secrets.New()));
        await Settled();
        return await View();
    }

    public Task<Outcome<SiteView>> View() => Task.FromResult<Outcome<SiteView>>(
        Durable.Facts is { } f ? new SiteView(Key, f.Tenant, f.Name, f.Queue, f.Origins) : Unknown);

    public Task<Outcome<string>> Secret() => Task.FromResult<Outcome<string>>(Durable.Facts is { } f ? f.Secret : Unknown);

    public async Task<Outcome<VisitorView>> Admit(SignedIdentity? identity)
    {
        if (Durable.Facts is not { } site)
            return Unknown;
        if (identity is null)
            return await Register(site.Tenant, Guid.CreateVersion7(Time.GetUtcNow()).ToString("N"), new(Key, null, null, Verified: false));
        if (identity.Id is not { Length: > 0 and <= IdentityLength } || $"{identity.Id}{identity.Name}{identity.Email}".Contains('\n')
            || !Secrets.Same(Secrets.Sign(site.Secret, identity.SignedText), identity.Hmac))
            return NotProven;

        // The shop's own id may hold anything: its hash is a legal key and the same on every device.
        return await Register(site.Tenant, $"c-{Secrets.Hash(identity.Id)[..40]}", new(Key, identity.Name, identity.Email, Verified: true));
    }

    private Task<Outcome<VisitorView>> Register(string tenant, string id, RegisterVisitor command) =>
        GrainFactory.Visitor(new VisitorKey(tenant, id)).Register(command);
}
