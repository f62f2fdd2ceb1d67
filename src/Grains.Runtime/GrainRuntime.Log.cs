using Grainline.Runtime.Calls;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Grainline.Runtime;

internal sealed partial class GrainRuntime
{
    internal void LogOneWayFailure(Invocation call, Exception exception) => OneWayCallFailed(exception, call.Method, call.Target.GrainId);

    internal void LogLost(Invocation call, Exception exception) => OneWayCallRejected(exception, call.Method);

    internal void LogActivationFailed(GrainId grain, Exception exception) => ActivationFailed(exception, grain);

    internal void LogDeactivationFailed(GrainId grain, Exception exception) => DeactivationFailed(exception, grain);

    internal void LogDehydrationFailed(GrainId grain, Exception exception) => DehydrationFailed(exception, grain);

    internal void LogRehydrationFailed(GrainId grain, Exception exception) => RehydrationFailed(exception, grain);

    internal void LogTimerFailed(GrainId grain, Exception exception) => TimerFailed(exception, grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "One-way call {Method} to {Grain} failed; nobody waits for it.")]
    private partial void OneWayCallFailed(Exception exception, InvocationMethod method, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "One-way call {Method} was rejected.")]
    private partial void OneWayCallRejected(Exception exception, InvocationMethod method);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} failed to activate; the waiting calls fail.")]
    private partial void ActivationFailed(Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} failed to deactivate in an orderly way.")]
    private partial void DeactivationFailed(Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} could not pack everything it wanted to take along; it migrates with what it has.")]
    private partial void DehydrationFailed(Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {Grain} could not unpack what it was sent with; it starts without.")]
    private partial void RehydrationFailed(Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A timer tick of grain {Grain} failed; the timer goes on.")]
    private partial void TimerFailed(Exception exception, GrainId grain);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Call to observer {Observer} was dropped: its object was deleted or collected.")]
    internal partial void LogObserverGone(GrainId observer);
}
