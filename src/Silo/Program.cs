using Grainline.Silo.Hosting;

// Everything on one machine: grains, journal, gateway and pages. docs/operations.md lists the options.
return await SiloProcess.Run(args);
