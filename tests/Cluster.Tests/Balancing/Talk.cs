using Grainline.Conversations;
using Grainline.Push;
using Grainline.Refusals;
using Orleans;
using Orleans.Runtime;

namespace Grainline.Cluster.Tests.Balancing;

/// <summary>A visitor who posts at a steady pace, waits for each answer, and repeats what was not answered, as every client does.</summary>
internal sealed class Talk(IGrainFactory grains, int number, TimeSpan pace)
{
    private static readonly VisitorSummary Ada = new("ada", "Ada", false);
    private static readonly Actor Visitor = new(ActorKind.Visitor, "ada", "Ada");

    private readonly List<long> _seqs = [];

    public string Key => $"acme/c{number}";

    public double Rate => 1 / pace.TotalSeconds;

    public int Posted => _seqs.Count;

    public int Repeated { get; private set; }

    public long Head => _seqs[^1];

    private IConversationGrain Conversation => grains.Conversation(ConversationKey.Parse(Key));

    public async Task<bool> Open(IGatewayObserver ear)
    {
        var opened = await Conversation.Open(new(Ada, "support", null, null, []));
        var listening = await Conversation.Subscribe(new("gateway", ear, DateTimeOffset.MaxValue), Visitor);
        return opened.Succeeded && listening.Succeeded;
    }

    public async Task Run(CancellationToken enough)
    {
        using var timer = new PeriodicTimer(pace);
        while (!enough.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var posted = await Insist(() => Conversation.Post(new(Visitor, $"{Key}-{_seqs.Count}", $"{_seqs.Count}")));
            Assert.True(posted.Succeeded);
            _seqs.Add(posted.Value!.Seq);
        }
    }

    /// <summary>Everything is there once, in the order it was posted.</summary>
    public async Task Check()
    {
        var found = new List<MessageView>();
        for (var after = 0L; ; after = found[^1].Seq)
        {
            var page = (await Insist(() => Conversation.Sync(new(Visitor, after, Limits.PageSize)))).Value!.Messages;
            if (page.IsEmpty)
                break;
            found.AddRange(page);
        }

        var texts = found.Where(m => m.Kind == MessageKind.Text).ToArray();
        Assert.Equal(Enumerable.Range(0, _seqs.Count).Select(n => $"{n}"), texts.Select(m => m.Text));
        Assert.Equal(_seqs, texts.Select(m => m.Seq));
    }

    public Task<Outcome<ConversationView>> View() => Conversation.View(Visitor);

    private async Task<Outcome<T>> Insist<T>(Func<Task<Outcome<T>>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception e) when (e is OrleansMessageRejectionException or TimeoutException)
            {
                Repeated++;
            }
        }
    }
}
