using Grainline.Gateway.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Grainline.Gateway.Tests.Authentication;

public sealed class TokensTests
{
    private static readonly Session Staff = new(SessionKind.Staff, "t", "amy", "Amy", StaffRoles.Agent, "amy", "stamp", null, DateTimeOffset.UnixEpoch);

    private readonly Tokens _tokens = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var visitor = Staff with { Kind = SessionKind.Visitor, Roles = StaffRoles.None, Login = null, Stamp = null, Site = "demo" };

        Assert.Equal(Staff, _tokens.Read(_tokens.Write(Staff)));
        Assert.Equal(visitor, _tokens.Read(_tokens.Write(visitor)));
    }

    [Fact]
    public void Read_TokenOfAnotherKindOrInstallationOrTampered_IsNull()
    {
        var token = _tokens.Write(Staff);

        Assert.Null(_tokens.Read("v" + token[1..]));
        Assert.Null(new Tokens(new EphemeralDataProtectionProvider()).Read(token));
        Assert.Null(_tokens.Read(token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1]));
        Assert.Null(_tokens.Read("s." + new string('x', 10_000)));
        Assert.Null(_tokens.Read("s.%%%"));
    }

    [Fact]
    public void ToString_OfASession_ShowsNoSecret() => Assert.Equal("Staff t/amy", Staff.ToString());
}
