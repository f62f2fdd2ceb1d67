namespace Grainline.Balancing;

/// <summary>A grain that the balancer may move between silos: its memory is its stream, and what else it needs travels with it.</summary>
internal interface IMovable;
