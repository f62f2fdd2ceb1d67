namespace Grainline.Cluster.Tests.Hosting;

/// <param name="Port">Where other silos reach it; the membership knows it by this.</param>
internal sealed record Silo(Member Process, int Port);
