using Grainline.Journal;
using Grainline.Journal.Appender;
using Grainline.Journal.Sqlite;

// A process for tests to kill: opens the folder, says so, and appends until it dies. With "hold" it only keeps the folder open, with "append-many" it appends in large groups, with "node" it holds a node number. With "postgres" the place is a database.
var (mode, directory) = (args[0], args[1]);
if (mode == "postgres") return await PostgresAppender.RunAsync(directory);
await using var store = new SqliteStore(new SqliteJournalOptions { Directory = directory, CheckpointPages = 50 });
try
{
    await store.OpenAsync();
}
catch (JournalException refusal)
{
    Console.WriteLine(refusal.Message);
    return 3;
}
Console.WriteLine("open");
if (mode == "hold") await Console.In.ReadToEndAsync();
else if (mode == "node") await NodeHolder.RunAsync(store.Nodes);
else await Task.WhenAll(Enumerable.Range(0, 8).Select(stream => AppendLoop.RunAsync(store.Journal, $"s{stream}", mode == "append-many" ? 20 : 2)));
return 0;
