using Grainline.Journal;
using Microsoft.Extensions.Logging;

namespace Grainline.Journaling;

/// <summary>What every event-sourced grain of one kind shares.</summary>
internal sealed class GrainJournal<TEvent>(IJournal journal, EventCodec<TEvent> codec, TimeProvider time, ILogger<GrainJournal<TEvent>> logger)
    where TEvent : class
{
    public IJournal Journal => journal;

    public EventCodec<TEvent> Codec => codec;

    public TimeProvider Time => time;

    public ILogger Logger => logger;
}
