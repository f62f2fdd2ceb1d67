using System.Text;

namespace Grainline.Journal.Tests;

/// <summary>Opens a backend of its own for each test.</summary>
public abstract class JournalTest<TBackend> : IAsyncLifetime
    where TBackend : JournalBackend, new()
{
    protected TBackend Backend { get; } = new();

    protected IJournal Journal => Backend.Journal;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Backend.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static NewEntry Entry(string text, string? clientId = null) =>
        new("Noted", Encoding.UTF8.GetBytes(text), DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), clientId);

    protected static string Text(JournalEntry entry) => Encoding.UTF8.GetString(entry.Payload.Span);

    protected async Task<string[]> TextsAsync(string stream) => [.. (await Journal.ReadAsync(stream, 0, 10_000, Cancelled)).Select(Text)];
}
