using Grainline.Refusals;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grainline.Integrations.Commands;

/// <summary>Sees one record through: done, or put aside with the reason. In between it is tried for as long as it takes.</summary>
internal sealed partial class CommandHandler(
    ICommandDesk desk, IEventProducer deadLetters, IOptions<KafkaOptions> options, TimeProvider time, ILogger<CommandHandler> logger)
{
    private readonly KafkaOptions _options = options.Value;

    /// <summary>Completes when the record need not be read again. Cancelling ends the waiting, not a call that is under way.</summary>
    /// <exception cref="OperationCanceledException">It is not done with: whoever reads it next does it again.</exception>
    public async Task Handle(IncomingRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = CommandReader.Read(record);
        var (refusal, attempts) = command.Refusal is { } poison ? (poison, 0) : await Try(command.Value!, record, cancellationToken);
        if (refusal is not null)
            await PutAside(record, refusal, attempts, cancellationToken);
        IntegrationMetrics.Commands.Add(1, new("type", command.Value?.Type ?? "unreadable"), new("code", (int?)refusal?.Code ?? 0));
    }

    private async Task<(Refusal? Refusal, int Attempts)> Try(Command command, IncomingRecord record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var refusal = await Once(command, record);
            if (refusal is null || !(Patience.Passes(refusal.Code) || (refusal.Code == ErrorCode.Internal && attempt < _options.Attempts)))
                return (refusal, attempt);
            IntegrationMetrics.CommandRetries.Add(1, new KeyValuePair<string, object?>("code", (int)refusal.Code));
            await Task.Delay(Patience.After(attempt, _options), time, cancellationToken);
        }
    }

    private async Task<Refusal?> Once(Command command, IncomingRecord record)
    {
        try
        {
            return await desk.Run(command);
        }
        catch (Exception e)
        {
            // A host loop: whatever a command runs into, those behind it must go on.
            var refusal = Faults.Classify(e);
            if (refusal.Code == ErrorCode.Internal)
                LogFailed(e, command.Type, record.From.Topic, record.From.Partition, record.Offset);
            return refusal;
        }
    }

    private async Task PutAside(IncomingRecord record, Refusal refusal, int attempts, CancellationToken cancellationToken)
    {
        OutgoingRecord[] letter = [DeadLetter.Of(record, refusal, attempts, _options, time.GetUtcNow())];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await deadLetters.ProduceAsync(letter, cancellationToken);
                LogPutAside(record.From.Topic, record.From.Partition, record.Offset, (int)refusal.Code, refusal.Message);
                return;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotPutAside(e, record.From.Topic, record.From.Partition, record.Offset);
            }

            await Task.Delay(Patience.After(attempt, _options), time, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Command {Type} of {Topic} [{Partition}] at {Offset} failed")]
    private partial void LogFailed(Exception e, string type, string topic, int partition, long offset);

    [LoggerMessage(LogLevel.Warning, "Record of {Topic} [{Partition}] at {Offset} went to the dead letters: {Code} {Reason}")]
    private partial void LogPutAside(string topic, int partition, long offset, int code, string reason);

    [LoggerMessage(LogLevel.Error, "Record of {Topic} [{Partition}] at {Offset} could not be put aside; it is tried again")]
    private partial void LogNotPutAside(Exception e, string topic, int partition, long offset);
}
