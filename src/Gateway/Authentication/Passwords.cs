using Grainline.Security;
using Microsoft.AspNetCore.Identity;

namespace Grainline.Gateway.Authentication;

/// <summary>Hashes and checks passwords with ASP.NET Core's own hasher. Few at a time: a flood of log-ins must not take every core from the conversations.</summary>
public sealed class Passwords : IDisposable
{
    public const int ShortestLength = 10;
    public const int LongestLength = 256;

    private readonly PasswordHasher<Passwords> _hasher = new();
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly string _nobody;

    public Passwords() => _nobody = _hasher.HashPassword(this, Guid.NewGuid().ToString());

    public async Task<string> Hash(string password, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return _hasher.HashPassword(this, password);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Whether the password is the account's. Without an account it does the same work and says no, so that answers do not tell which logins exist.</summary>
    public async Task<bool> Matches(Credentials? account, string password, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            var verdict = _hasher.VerifyHashedPassword(this, account?.PasswordHash ?? _nobody, password);
            return account is not null && verdict != PasswordVerificationResult.Failed;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
