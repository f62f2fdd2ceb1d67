using System.Globalization;
using Grainline.Refusals;

namespace Grainline.Integrations.Commands;

/// <summary>A record as it came, with the reason in headers beside its own.</summary>
internal static class DeadLetter
{
    private const string Prefix = "grainline-";

    /// <param name="attempts">0 when it could not be read.</param>
    public static OutgoingRecord Of(IncomingRecord record, Refusal refusal, int attempts, KafkaOptions options, DateTimeOffset at)
    {
        RecordHeader[] reason =
        [
            new(Prefix + "code", Number((int)refusal.Code)), new(Prefix + "error", refusal.Code.ToString()), new(Prefix + "reason", refusal.Message),
            new(Prefix + "topic", record.From.Topic), new(Prefix + "partition", Number(record.From.Partition)), new(Prefix + "offset", Number(record.Offset)),
            new(Prefix + "attempts", Number(attempts)), new(Prefix + "at", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        ];

        // One that was put aside before and sent again carries the former reason.
        var own = record.Headers.Where(header => !header.Name.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        var bytes = record.Key.Length + record.Value.Length + own.Sum(header => header.Name.Length + header.Value.Length);

        // A letter that no topic takes would keep its partition waiting for ever: of what is too long only the place is told.
        return bytes <= options.LongestRecord
            ? new(options.DeadLettersTopic, record.Key, record.Value, [.. own, .. reason], at)
            : new(options.DeadLettersTopic, [], [], [.. reason, new(Prefix + "omitted", Number(bytes))], at);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
