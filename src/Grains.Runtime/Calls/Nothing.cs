namespace Grainline.Runtime.Calls;

/// <summary>The result type of calls that have none.</summary>
internal readonly struct Nothing
{
    // Emitted invocations of methods that return Task or ValueTask end here.
    internal static ValueTask<Nothing> From(Task task) => task.IsCompletedSuccessfully ? default : Await(task);

    internal static ValueTask<Nothing> From(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
            return Await(task);
        task.GetAwaiter().GetResult();
        return default;
    }

    internal static Task ToTask(ValueTask<Nothing> outcome) => outcome.IsCompletedSuccessfully ? Task.CompletedTask : outcome.AsTask();

    internal static ValueTask ToValueTask(ValueTask<Nothing> outcome) => outcome.IsCompletedSuccessfully ? default : new(outcome.AsTask());

    internal static void Forget(ValueTask<Nothing> outcome) => outcome.Preserve();

    private static async ValueTask<Nothing> Await(Task task)
    {
        await task;
        return default;
    }

    private static async ValueTask<Nothing> Await(ValueTask task)
    {
        await task;
        return default;
    }
}
