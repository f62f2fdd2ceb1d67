using Grainline.Journaling;
using Grainline.Refusals;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Grainline.Security;

/// <summary>One log-in. Failures are counted in memory; only a lock is worth a write.</summary>
internal sealed class AccountGrain(
    GrainJournal<AccountEvent> journal,
    [PersistentState("snapshot", "journal")] IPersistentState<Snapshot<AccountState>> snapshot,
    IOptions<SecurityOptions> options)
    : JournaledGrain<AccountState, AccountEvent>(journal, snapshot), IAccountGrain
{
    private int _failures;

    protected override string Kind => "account";

    public async Task<Outcome<StaffView>> Create(CreateAccount command)
    {
        if (State.Facts is { } facts)
        {
            return facts.Tenant == command.Tenant && facts.AgentId == command.AgentId && facts.Roles == command.Roles
                ? View(facts)
                : new Refusal(ErrorCode.NameTaken, "This log-in is taken.");
        }

        if (!TenantScoped.IsId(Key) || !TenantScoped.IsId(command.AgentId) || command.Name is not { Length: > 0 and <= Limits.NameLength })
            return new Refusal(ErrorCode.InvalidArgument, "A log-in is letters, digits, '-', '_' and '.'; a name has 1 to 120 characters.");
        await Commit(new AccountCreated(
            command.Tenant, command.AgentId, command.Name, command.Roles, command.PasswordHash, Secrets.New(), command.Demo));
        return View(State.Facts!);
    }

    public Task<Credentials?> Credentials() => Task.FromResult(State.Facts is { } f
        ? new Credentials(Key, f.Tenant, f.AgentId, f.Name, f.Roles, State.PasswordHash, State.Stamp, f.Demo, State.LockedUntil)
        : null);

    public async Task Attempted(bool succeeded)
    {
        _failures = succeeded ? 0 : _failures + 1;
        if (State.Facts is null || _failures < options.Value.FailuresBeforeLock)
            return;
        _failures = 0;
        await Commit(new AccountLocked(Time.GetUtcNow() + options.Value.LockFor));
    }

    public async Task<Outcome<Done>> ChangePassword(string passwordHash)
    {
        if (State.Facts is null)
            return new Refusal(ErrorCode.WrongCredentials, "There is no such account.");
        await Commit(new PasswordChanged(passwordHash, Secrets.New()));
        return default(Done);
    }

    private StaffView View(AccountCreated facts) => new(Key, facts.AgentId, facts.Name, facts.Roles);
}
