using Microsoft.Extensions.Options;

namespace Grainline.Integrations;

/// <summary>What ranges cannot say.</summary>
internal sealed class KafkaOptionsCheck : IValidateOptions<KafkaOptions>
{
    // What the promises of docs/events.md rest on, and what options of their own set.
    private static readonly string[] Ours =
    [
        "bootstrap.servers", "metadata.broker.list", "group.id", "enable.idempotence", "acks", "request.required.acks", "enable.gapless.guarantee", "message.timeout.ms",
        "delivery.timeout.ms", "max.in.flight", "max.in.flight.requests.per.connection", "message.send.max.retries", "retries", "message.max.bytes", "partitioner", "transactional.id",
        "enable.auto.commit", "enable.auto.offset.store", "auto.offset.reset", "partition.assignment.strategy", "group.instance.id", "queued.max.messages.kbytes",
    ];

    public ValidateOptionsResult Validate(string? name, KafkaOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(KafkaOptions options)
    {
        foreach (var setting in options.Client?.Keys.Where(key => Ours.Contains(key)) ?? [])
            yield return $"Kafka:Client:{setting} cannot be changed.";
        if (options.FirstRetry > options.LongestRetry)
            yield return "Kafka:FirstRetry is longer than Kafka:LongestRetry.";
        var topics = new[] { options.EventsTopic, options.CommandsTopic, options.DeadLettersTopic }.Where(topic => !string.IsNullOrEmpty(topic)).ToList();
        foreach (var topic in topics.Where(topic => topic!.Length > 249 || !topic.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')))
            yield return $"'{topic}' cannot be the name of a topic.";
        if (topics.Distinct().Count() < topics.Count)
            yield return "The topics of section Kafka need different names.";
    }
}
