using Grainline.Refusals;
using Orleans;

namespace Grainline.Security;

/// <summary>One log-in of the installation. Keyed by the login in lower case.</summary>
[Alias("IAccountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Refused with <see cref="ErrorCode.NameTaken"/> when the login exists with other facts; the same facts again are accepted.</summary>
    Task<Outcome<StaffView>> Create(CreateAccount command);

    /// <summary>Null when there is no such account.</summary>
    Task<Credentials?> Credentials();

    /// <summary>Counts failures towards the lock and forgets them after a success.</summary>
    Task Attempted(bool succeeded);

    Task<Outcome<Done>> ChangePassword(string passwordHash);
}
