using Grainline.Journal;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Grainline.Silo.Hosting;

/// <summary>Failures to start that an operator can mend, in one sentence. Anything else is a bug and keeps its stack trace.</summary>
internal static class StartFailure
{
    public static string? Explain(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => Explain(inner),
        JournalException journal => journal.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        IOException { InnerException: AddressInUseException } port => $"{port.Message} Another program has the port; choose one with --urls.",
        System.Net.Sockets.SocketException socket => socket.Message,
        UnauthorizedAccessException access => access.Message,
        FormatException format => format.Message,
        InvalidOperationException { InnerException: ArgumentException or FormatException } setting => setting.Message,
        _ => null,
    };
}
