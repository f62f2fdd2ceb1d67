using Grainline.Gateway.Apis;
using Grainline.Gateway.Authentication;
using Grainline.Refusals;

namespace Grainline.Gateway.Tests.Apis;

/// <summary>The list shows an agent its own conversations and queues, and a supervisor the tenant.</summary>
public sealed class ConversationListRequestTests
{
    private static readonly Session Agent = new(SessionKind.Staff, "t", "amy", "Amy", StaffRoles.Agent, "amy", "s", null, DateTimeOffset.MaxValue);
    private static readonly Session Supervisor = Agent with { Id = "sam", Roles = StaffRoles.Supervisor };

    [Fact]
    public void ToQuery_AgentAsksForAll_GetsOwnQueuesAndOwnConversations()
    {
        var query = new ConversationListRequest(View: "all").ToQuery(Agent, ["a", "b"]).Value!;

        Assert.Equal("t", query.Tenant);
        Assert.Equal(["a", "b"], query.Queues!.Value);
        Assert.Equal("amy", query.Participant);
    }

    [Fact]
    public void ToQuery_AgentAsksForAForeignQueue_IsRefused() =>
        Assert.Equal(ErrorCode.Forbidden, new ConversationListRequest(View: "queue", Queue: "c").ToQuery(Agent, ["a"]).Refusal!.Code);

    [Fact]
    public void ToQuery_SupervisorAsksForAll_GetsTheTenant()
    {
        var query = new ConversationListRequest(View: "all").ToQuery(Supervisor, []).Value!;

        Assert.Null(query.Queues);
        Assert.Null(query.Assignee);
        Assert.Null(query.Participant);
    }

    [Fact]
    public void ToQuery_Nothing_MeansMine()
    {
        var query = new ConversationListRequest().ToQuery(Supervisor, ["a"]).Value!;

        Assert.Equal("sam", query.Assignee);
        Assert.Null(query.Queues);
    }

    [Theory]
    [InlineData("status", "open,asleep")]
    [InlineData("status", "1")]
    [InlineData("view", "theirs")]
    [InlineData("queue", "a/b")]
    [InlineData("limit", "101")]
    public void Refuse_WhatDoesNotExist_IsInvalid(string member, string value)
    {
        var request = member switch
        {
            "status" => new ConversationListRequest(Status: value),
            "view" => new(View: value),
            "queue" => new(Queue: value),
            _ => new(Limit: int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        };

        Assert.Equal(ErrorCode.InvalidArgument, request.Refuse()!.Code);
    }
}
