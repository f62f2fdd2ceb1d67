using Grainline.Integrations;

namespace Grainline.Tests.Integrations;

public sealed class KafkaOptionsCheckTests
{
    [Fact]
    public void Validate_Defaults_Succeeds() => Assert.True(new KafkaOptionsCheck().Validate(null, new()).Succeeded);

    [Theory]
    [InlineData("enable.idempotence")]
    [InlineData("acks")]
    [InlineData("enable.auto.offset.store")]
    [InlineData("message.timeout.ms")]
    public void Validate_SettingThatPromisesRestOn_Fails(string setting) =>
        Assert.Contains(setting, new KafkaOptionsCheck().Validate(null, new() { Client = new() { [setting] = "x", ["security.protocol"] = "SSL" } }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Validate_DeadLettersAmongCommands_Fails() =>
        Assert.True(new KafkaOptionsCheck().Validate(null, new() { CommandsTopic = "grainline.dead-letters" }).Failed);

    [Fact]
    public void Validate_NoTopicName_Fails() => Assert.True(new KafkaOptionsCheck().Validate(null, new() { EventsTopic = "events of today" }).Failed);
}
