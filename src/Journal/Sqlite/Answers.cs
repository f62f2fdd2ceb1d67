namespace Grainline.Journal.Sqlite;

/// <summary>Tells the callers of one group, in order, on a pool thread: one work item instead of one for each caller, and the writer goes on.</summary>
internal sealed class Answers(List<WriteOperation> group, Func<Exception>? failure) : IThreadPoolWorkItem
{
    public static void Complete(List<WriteOperation> group) => ThreadPool.UnsafeQueueUserWorkItem(new Answers(group, null), preferLocal: false);

    public static void Fail(List<WriteOperation> group, Func<Exception> failure) =>
        ThreadPool.UnsafeQueueUserWorkItem(new Answers(group, failure), preferLocal: false);

    void IThreadPoolWorkItem.Execute()
    {
        foreach (var operation in group)
        {
            if (failure is null) operation.Complete();
            else operation.Fail(failure());
        }
    }
}
