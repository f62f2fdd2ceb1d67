using System.Security.Cryptography;

namespace Grainline.Journal.Appender;

/// <summary>Appends to one stream for ever, three appends in flight, and prints "stream seq hash" of each entry once it is acknowledged.</summary>
internal static class AppendLoop
{
    public static async Task RunAsync(IJournal journal, string stream, int entriesAtOnce)
    {
        var (epoch, head) = await journal.OpenAsync(stream);
        while (true)
        {
            var inFlight = new List<(Task<long> Append, NewEntry[] Entries)>();
            for (var append = 0; append < 3; append++)
            {
                NewEntry[] entries = [.. Enumerable.Range(0, entriesAtOnce).Select(_ => New())];
                inFlight.Add((journal.AppendAsync(stream, epoch, head + append * entriesAtOnce, entries).AsTask(), entries));
            }
            foreach (var (append, entries) in inFlight)
            {
                head = await append;
                for (var index = 0; index < entriesAtOnce; index++)
                    Console.WriteLine($"{stream} {head - entriesAtOnce + 1 + index} {Convert.ToHexString(SHA256.HashData(entries[index].Payload.Span))}");
            }
        }
    }

    private static NewEntry New() => new("Noted", RandomNumberGenerator.GetBytes(200), TimeProvider.System.GetUtcNow(), Guid.NewGuid().ToString());
}
