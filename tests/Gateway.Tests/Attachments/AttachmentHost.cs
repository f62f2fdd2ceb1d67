using Grainline.Gateway.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Grainline.Gateway.Tests.Attachments;

/// <summary>A host that takes small files, with a clock that can be put forward.</summary>
public class AttachmentHost : GatewayHost
{
    internal ShiftedClock Clock { get; } = new();

    protected override string[] Arguments =>
        ["--Blobs:MaxBytes=1000000", "--Attachments:UploadLifetime=01:00:00", "--Attachments:UploadsPerPerson=3", "--Budgets:VisitorBurst=1000", "--Budgets:AgentBurst=1000"];

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(Clock);
}

/// <summary>The real clock, some time ahead. Timers run as they would.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    public void PutForward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
