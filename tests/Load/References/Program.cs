using Grainline.Load.References;

// What the system is compared with. Run as: dotnet Grainline.Load.References.dll signalr|signalr-postgres|relay --urls http://127.0.0.1:5000 [--Database ...]
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSignalR();
builder.Services.AddSingleton<Rooms>();
if (args is ["signalr-postgres", ..])
    builder.AddStore();
var app = builder.Build();
app.UseWebSockets();
switch (args)
{
    case ["signalr", ..]: app.MapHub<GroupHub>("/hub"); break;
    case ["signalr-postgres", ..]: app.MapHub<StoredGroupHub>("/hub"); break;
    case ["relay", ..]: app.MapGet("/relay", Relay.Serve); break;
    default: await Console.Error.WriteLineAsync("Name the reference: signalr, signalr-postgres or relay."); return 1;
}
app.MapGet("/health/ready", () => "ready");
await app.RunAsync();
return 0;
