using Grainline.Gateway.Hosting;

// A gateway of the Cluster edition. docs/operations.md lists the options.
return await GatewayProcess.Run(args);
