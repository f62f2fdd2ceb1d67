using Grainline.Gateway.Hosting;

// A gateway of the Cluster edition: sockets and REST in front of silos that run elsewhere. Section Orleans names the cluster.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddBlobs(Path.Combine("data", "attachments"));
builder.AddCluster();
builder.Services.AddGateway(GatewayKeys.Folder(builder.Configuration));

var app = builder.Build();
app.MapGateway();
await app.RunAsync();
