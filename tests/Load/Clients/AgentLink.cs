using System.Text.Json;
using Grainline.Load.Checking;
using Grainline.Load.Figures;
using Grainline.Load.Talk;
using Grainline.Load.Wire;

namespace Grainline.Load.Clients;

/// <summary>An agent as the console behaves: available, takes every offer, reads and posts in what it serves.</summary>
internal sealed class AgentLink(Dialer dialer, StaffLogin staff, int capacity, Pairs pairs, LineWatch line, TalkCounts counts, int characters, Random jitter)
    : Link(dialer, $"/hubs/agent?access_token={Uri.EscapeDataString(staff.Token)}", jitter)
{
    private const int ReviewTries = 20;
    private const double ReviewPause = 0.5;

    private readonly Dictionary<string, long> _versions = [];

    public CapacityWatch Capacity { get; } = new(staff.AgentId, capacity);

    public string Token => staff.Token;

    public async Task Resolve(string conversationId, CancellationToken cancellation) =>
        Observe(await Ask(Methods.Resolve, new { conversationId }, counts, cancellation), out _);

    /// <summary>Reads the inbox once more: a server that took this agent out of service may have had nobody to tell. A connection that ends meanwhile comes back.</summary>
    public async Task Review(CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await ((Socket)Current).ReadInbox(cancellation);
                return;
            }
            catch (HubCallException gone) when (tries < ReviewTries && (gone.Code == 0 || gone.IsTemporary))
            {
                await Clock.Wait(ReviewPause, cancellation);
            }
        }
    }

    protected override HubSocket Create() => new Socket(this);

    protected override async Task Resume(HubSocket socket, CancellationToken cancellation)
    {
        var agent = (Socket)socket;
        if (Connections == 1)
            await socket.Invoke(Methods.Available, new { status = "available" }, cancellation);
        await agent.ReadInbox(cancellation);
    }

    internal sealed class Socket(AgentLink link) : HubSocket
    {
        private readonly AgentFeed _feed = new();
        private readonly HashSet<string> _served = [];

        public async Task ReadInbox(CancellationToken cancellation)
        {
            _feed.Restart();
            var inbox = await Invoke(Methods.Inbox, null, cancellation);
            link.Told(inbox.GetProperty("load").GetInt32(), inbox);
            foreach (var conversation in inbox.GetProperty("conversations").EnumerateArray())
                Served(conversation);
            foreach (var offer in inbox.GetProperty("offers").EnumerateArray())
                Offered(offer);
            _feed.Started(inbox.GetProperty("feed").GetInt64());
        }

        public override void Event(ReadOnlySpan<byte> target, ref Utf8JsonReader argument)
        {
            if (target.SequenceEqual("Message"u8))
            {
                var entry = MessageEntry.Read(ref argument);
                link.FindView(entry.Conversation)?.Push(entry);
            }
            else if (target.SequenceEqual("Head"u8))
            {
                var head = HeadReader.Read(ref argument, out var conversation);
                link.FindView(conversation)?.Head(head);
            }
            else if (target.SequenceEqual("Resync"u8))
            {
                HeadReader.Read(ref argument, out var conversation);
                link.FindView(conversation)?.Sync();
            }
            else if (target.SequenceEqual("Offer"u8) || target.SequenceEqual("Load"u8) || target.SequenceEqual("Conversation"u8) || target.SequenceEqual("OfferWithdrawn"u8))
            {
                Step(JsonElement.ParseValue(ref argument));
            }
        }

        private void Step(JsonElement step)
        {
            if (step.GetProperty("feed") is { ValueKind: JsonValueKind.Number } feed && !_feed.Follows(feed.GetInt64()))
                _ = ReadInbox(CancellationToken.None);
            if (step.TryGetProperty("offer", out var offer))
                Offered(offer);
            else if (step.TryGetProperty("load", out var load))
                link.Told(load.GetInt32(), step);
            else if (step.TryGetProperty("conversation", out var conversation))
                Served(conversation);
        }

        private void Offered(JsonElement offer)
        {
            var conversation = offer.GetProperty("conversation");
            link.Note(conversation, offer);
            Call(Methods.Accept, new Acceptance(link.Accepted, this), offer.GetProperty("offerId").GetString()!, static (json, id) =>
            {
                json.WriteStartObject();
                json.WriteString("offerId"u8, id);
                json.WriteEndObject();
            });
        }

        /// <summary>True once for each conversation and connection.</summary>
        public bool Begins(string conversation)
        {
            lock (_served)
                return _served.Add(conversation);
        }

        private void Served(JsonElement conversation) => link.Accepted(conversation, this);
    }

    private void Note(JsonElement conversation, JsonElement offer)
    {
        var id = conversation.GetProperty("conversationId").GetString()!;
        pairs.Of(id).Wait.NoteOffer();
        line.Note(new(id, conversation.GetProperty("waitingSince").GetDateTimeOffset(), offer.GetProperty("offeredAt").GetDateTimeOffset()));
    }

    private void Told(int load, JsonElement step)
    {
        lock (Capacity)
            Capacity.Told(load, step.GetProperty("capacity").GetInt32());
        if (step.GetProperty("status").GetString() is not "available")
            counts.NoteAgentStopped();
    }

    private Viewing? FindView(ReadOnlySpan<byte> conversation) => pairs.Find(conversation)?.AgentView;

    // Whether the conversation is mine is said by its assignee alone; a repeat changes nothing.
    private void Accepted(JsonElement conversation, Socket socket)
    {
        if (Observe(conversation, out var id) && socket.Begins(id))
            _ = Serve(pairs.Of(id), socket);
    }

    private bool Observe(JsonElement conversation, out string id)
    {
        id = conversation.GetProperty("conversationId").GetString()!;
        var mine = conversation.GetProperty("assignee") is { ValueKind: JsonValueKind.Object } assignee && assignee.GetProperty("id").GetString() == staff.AgentId;
        lock (Capacity)
        {
            // The answer to Accept and the feed race each other: an older picture of a conversation must not undo a newer one.
            var version = conversation.GetProperty("version").GetInt64();
            if (_versions.GetValueOrDefault(id) > version)
                return false;
            _versions[id] = version;
            if (mine)
                Capacity.Assigned(id);
            else
                Capacity.Left(id);
        }
        return mine;
    }

    private async Task Serve(Pair pair, HubSocket socket)
    {
        pair.Agent.Connect(new HubPoster(socket, characters));
        await pair.AgentView.Connect(socket);
        pair.Wait.NoteServed(this);
    }
}
