using System.Globalization;
using Grainline.Refusals;

namespace Grainline.Integrations.Commands;

/// <summary>A record as it came, with the reason in headers beside its own.</summary>
internal static class DeadLetter
{
    private const string Prefix = "grainline-";

    /// <param name="attempts">0 when it could not be read.</param>
    public static OutgoingRecord Of(IncomingRecord record, Refusal refusal, int attempts, string topic, DateTimeOffset at) =>
        new(topic, record.Key, record.Value,
            [
                // One that was put aside before and sent again carries the former reason.
                .. record.Headers.Where(header => !header.Name.StartsWith(Prefix, StringComparison.Ordinal)),
                new(Prefix + "code", Number((int)refusal.Code)), new(Prefix + "error", refusal.Code.ToString()), new(Prefix + "reason", refusal.Message),
                new(Prefix + "topic", record.From.Topic), new(Prefix + "partition", Number(record.From.Partition)), new(Prefix + "offset", Number(record.Offset)),
                new(Prefix + "attempts", Number(attempts)), new(Prefix + "at", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            ],
            at);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
