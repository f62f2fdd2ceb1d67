using System.Text;
using Grainline.Silo.Hosting;

namespace Grainline.Gateway.Tests.Hosting;

public sealed class DashboardDoorTests
{
    private const string Token = "a-token-of-some-length";

    [Theory]
    [InlineData("anybody")]
    [InlineData("")]
    public void Opens_WithTheToken_Lets(string user) => Assert.True(DashboardDoor.Opens($"Basic {Base64($"{user}:{Token}")}", Token));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic %%%")]
    [InlineData("Bearer a-token-of-some-length")]
    public void Opens_WithoutOne_Refuses(string? authorization) => Assert.False(DashboardDoor.Opens(authorization, Token));

    [Theory]
    [InlineData("anybody:")]
    [InlineData("anybody:another")]
    [InlineData("anybody:a-token-of-some-lengt")]
    [InlineData("a-token-of-some-length:")]
    public void Opens_WithAnother_Refuses(string credentials) => Assert.False(DashboardDoor.Opens($"Basic {Base64(credentials)}", Token));

    [Fact]
    public void IsClosed_WhatGrainsHold_IsWhateverItsSpelling()
    {
        Assert.True(DashboardDoor.IsClosed("/dashboard/GrainState"));
        Assert.True(DashboardDoor.IsClosed("/dashboard/grainstate"));
        Assert.False(DashboardDoor.IsClosed("/dashboard/ClusterStats"));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
